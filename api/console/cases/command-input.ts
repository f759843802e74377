import { z } from 'zod';
import { type CommandName, commandNames } from '../../../domain/case/commands';
import {
  dangers,
  handoverRefusals,
  partyKinds,
  pauseReasons,
  rejectReasons,
} from '../../../domain/vocabulary';

/** Milliseconds since the epoch, as workflows count. */
const instant = z.number().int().min(0).max(8.64e15);
const future = instant.refine((at) => at > Date.now(), 'past');
/** Nobody is asked to answer in a year. */
const LONGEST_QUESTION_MS = 366 * 24 * 3_600_000;
const soon = future.refine((at) => at < Date.now() + LONGEST_QUESTION_MS, 'out-of-range');
const danger = z.literal(dangers);
const words = z.string().trim().min(1).max(4000);
/** Why: some commands may go without, some are nothing without it. */
const base = { commandId: z.uuid(), note: words.optional() };
const explained = { commandId: z.uuid(), note: words };

const command = <N extends CommandName, S extends z.ZodRawShape>(name: N, shape: S) =>
  z.strictObject({ name: z.literal(name), ...shape });

const one = (ids: (string | undefined)[]): boolean => ids.filter((id) => id !== undefined).length === 1;

/** From the catalogue, or written freely. */
const material = z.union([
  z.strictObject({ materialId: z.uuid(), quantity: z.number().positive().max(1_000_000) }),
  z.strictObject({
    materialId: z.undefined().optional(),
    material: z.string().trim().min(1).max(200),
    quantity: z.number().positive().max(1_000_000),
    unit: z.string().trim().min(1).max(20),
  }),
]);

const repair = command('mark-repaired', {
  ...base,
  procedure: z.string().trim().min(1).max(500),
  hours: z.number().min(0).max(10_000),
  cost: z.number().min(0).max(100_000_000),
  materials: z.array(material).max(50).default([]),
  crewId: z.uuid().optional(),
  supplierId: z.uuid().optional(),
  agencyId: z.uuid().optional(),
  photoId: z.uuid().optional(),
}).refine(({ crewId, supplierId, agencyId }) => one([crewId, supplierId, agencyId]), {
  path: ['crewId'],
  error: 'required',
});

const close = command('close', { ...base, outcome: z.enum(['repaired', 'not-fixed']) }).refine(
  ({ outcome, note }) => outcome === 'repaired' || note !== undefined,
  { path: ['note'], error: 'required' },
);

const party = z.strictObject({ kind: z.enum(partyKinds), id: z.uuid() });
/** Whoever refuses says why; whoever takes it need not. */
const answerHandover = command('answer-handover', {
  ...base,
  handoverId: z.uuid(),
  taken: z.boolean(),
  reason: z.enum(handoverRefusals).optional(),
}).refine(({ taken, reason }) => taken || reason !== undefined, { path: ['reason'], error: 'required' });

/** A command as the console sends it: the domain's, without the actor and with words instead of row ids. */
const shapes = z.discriminatedUnion('name', [
  command('verify', { ...base, categoryId: z.uuid().optional(), danger: danger.optional() }),
  command('reject', { ...explained, reason: z.enum(rejectReasons) }),
  command('answer', explained),
  command('reroute', { ...explained, departmentId: z.uuid(), categoryId: z.uuid() }),
  command('accept', base),
  command('make-safe', { ...base, crewId: z.uuid() }),
  command('made-safe', { ...base, photoId: z.uuid().optional() }),
  command('assign', {
    ...base,
    assignee: z.strictObject({ kind: z.enum(['crew', 'supplier']), id: z.uuid() }),
  }),
  command('unassign', base),
  command('start', base),
  command('pause', {
    ...explained,
    pauseId: z.uuid().optional(),
    reason: z.enum(pauseReasons),
    until: future.optional(),
  }),
  command('resume', { ...base, pauseId: z.uuid() }),
  repair,
  command('qualify', {
    ...base,
    real: z.boolean(),
    categoryId: z.uuid(),
    danger,
    categoryRight: z.boolean(),
    dangerRight: z.boolean(),
    descriptionRight: z.boolean(),
    timely: z.boolean(),
  }),
  close,
  command('decide-reopen', { ...explained, reopen: z.boolean() }),
  command('recall', explained),
  command('merge', { ...explained, intoCaseId: z.uuid() }),
  command('split', { ...explained, reportIds: z.array(z.uuid()).min(1).max(500) }),
  command('unmerge', explained),
  command('import-deadline', { ...explained, dueAt: instant }),
  command('ask', { ...explained, of: party, dueAt: soon }),
  command('withdraw-question', { ...base, questionId: z.uuid() }),
  command('hand-over', { ...explained, to: party, categoryId: z.uuid().optional() }),
  answerHandover,
  command('withdraw-handover', { ...base, handoverId: z.uuid() }),
  command('open-part', { ...explained, departmentId: z.uuid(), categoryId: z.uuid() }),
]);

export const commandInput = z.looseObject({ name: z.enum(commandNames) }).pipe(shapes);
export type CommandInput = z.output<typeof shapes>;
