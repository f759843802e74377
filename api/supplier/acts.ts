import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { Case, Photo, type Supplier, SupplierJob } from '../../db/entities';
import { appendLog } from '../../db/log';
import { say, threadWith } from '../../db/threads';
import { DomainError } from '../../domain/errors';
import { giveCommand } from '../console/cases/command';
import { type CommandInput, commandInput } from '../console/cases/command-input';
import { rowId, writeCommandRows } from '../console/cases/command-rows';
import { checkReferences } from '../console/cases/references';
import { tellOtherSide } from '../conversation/tell';
import { refusal } from '../errors';
import type { Deps } from '../http/deps';
import { parse } from '../http/validate';
import type { PreparedPhoto } from '../photos/prepare';
import { removePhotoFiles, storePhotos } from '../photos/store';
import type { Job } from './jobs';

const empty = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
const words = z.string().trim().min(1).max(4000);
/** As people write one, with point or comma. */
const decimal = z
  .string()
  .regex(/^\s*\d+([.,]\d+)?\s*$/, 'invalid')
  .transform((value) => Number(value.replace(',', '.')));
const rows = z.preprocess(
  (value) => (Array.isArray(value) ? value : value === undefined ? [] : [value]),
  z.array(z.string().max(100)).max(20),
);
const commandId = z.uuid();

/** What the page of a job sends. */
export const jobForm = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('accept'), day: empty(z.iso.date()) }),
  z.strictObject({ do: z.literal('start'), commandId }),
  z.strictObject({ do: z.literal('cannot'), commandId, note: words }),
  z.strictObject({
    do: z.literal('done'),
    commandId,
    procedure: z.string().trim().min(1).max(500),
    hours: decimal,
    cost: decimal,
    materials: rows,
    quantities: rows,
    note: empty(words),
  }),
]);
export type JobForm = z.output<typeof jobForm>;

/** The forms of a page share an id; each act gets its own of it, so that none is taken for another one said before. */
export const onceEach = ({ caseId }: Job, form: JobForm): JobForm =>
  form.do === 'accept' ? form : { ...form, commandId: rowId(caseId, form.commandId, form.do) };

/**
 * Takes note of the work, with the day for which it is planned; a later one takes its place.
 * @throws DomainError `invalid-input` for a day that is over
 */
export async function accept(
  { db }: Pick<Deps, 'db'>,
  supplierId: string,
  { caseId, cycle }: Job,
  day: string | undefined,
): Promise<void> {
  await db.transaction(async (tx) => {
    const [{ today }] = await tx.query(
      `SELECT (now() AT TIME ZONE timezone)::date::text AS today FROM municipality LIMIT 1`,
    );
    if (day && day < today) throw refusal({ day: 'past' });
    // One after the other: the chain says each once.
    await tx.query('SELECT FROM cases WHERE id = $1 FOR UPDATE', [caseId]);
    const known = await tx.findOneBy(SupplierJob, { caseId, cycle, supplierId });
    const record = (name: string, data: Record<string, string>) =>
      appendLog(tx, {
        ...{ chain: `case:${caseId}`, factId: randomUUID(), name, at: new Date(), public: false, data },
        actor: { kind: 'supplier', id: supplierId },
      });
    if (!known) await record('supplier-accepted', {});
    if (day && day !== known?.scheduledFor) await record('supplier-scheduled', { day });
    const scheduledFor = day ?? known?.scheduledFor ?? null;
    if (!known) await tx.insert(SupplierJob, { caseId, cycle, supplierId, scheduledFor });
    else await tx.update(SupplierJob, { caseId, cycle, supplierId }, { scheduledFor });
    await tx.query(`SELECT pg_notify('case_changed', $1)`, [caseId]);
  });
}

/** Gives one of the supplier's commands to the case, its rows first; the same one twice acts once. */
async function give(deps: Deps, supplierId: string, { caseId }: Job, input: CommandInput): Promise<void> {
  const row = await deps.db.getRepository(Case).findOneByOrFail({ id: caseId });
  await checkReferences(deps.db, row, input, { role: 'technician', departmentId: row.departmentId });
  const actor = { kind: 'supplier', id: supplierId } as const;
  const command = await deps.db.transaction((tx) =>
    writeCommandRows(tx, row, input, { actor, appSecret: deps.config.appSecret }),
  );
  await giveCommand(deps, caseId, { ...command, ofSupplier: supplierId });
}

/** The work has begun. */
export const start = (deps: Deps, supplierId: string, job: Job, commandId: string): Promise<void> =>
  give(deps, supplierId, job, { name: 'start', commandId });

/** The supplier gives the work back, and says why in their conversation. */
export async function giveBack(
  deps: Deps,
  supplierId: string,
  job: Job,
  { commandId, note }: Extract<JobForm, { do: 'cannot' }>,
): Promise<void> {
  await give(deps, supplierId, job, { name: 'unassign', commandId, note });
  const thread = await threadOf(deps, { id: supplierId }, job);
  await deps.db.transaction(async (tx) => {
    const said = await say(tx, thread, { words: note, authorKind: 'supplier', authorId: supplierId });
    await tellOtherSide(tx, thread, said, supplierId);
  });
}

/**
 * The work is done: pictures first, then the command with what was done, used and spent.
 * @throws DomainError `invalid-input` naming each wrong field, nothing written
 */
export async function finish(
  deps: Deps,
  supplierId: string,
  job: Job,
  form: Extract<JobForm, { do: 'done' }>,
  photos: PreparedPhoto[],
): Promise<void> {
  const { commandId, procedure, hours, cost, note } = form;
  if (photos.length === 0) throw refusal({ photos: 'required' });
  const materials = materialsOf(form);
  // From the command's id: pressed twice it has the same pictures.
  const photoIds = photos.map((_, index) => rowId(job.caseId, commandId, `photo${index}`));
  const input = parse(commandInput, {
    ...{ name: 'mark-repaired', commandId, procedure, hours, cost, materials, supplierId },
    ...{ note, photoId: photoIds[0] },
  });
  const { db, config } = deps;
  try {
    await db.transaction(async (tx) => {
      await tx.query('SELECT FROM cases WHERE id = $1 FOR UPDATE', [job.caseId]);
      if (await tx.existsBy(Photo, { id: photoIds[0] })) return;
      await storePhotos(tx, config, photos, { purpose: 'after', caseId: job.caseId }, photoIds);
    });
    await give(deps, supplierId, job, input);
  } catch (error) {
    // Unanswered is not refused: the command may still arrive, and then needs its pictures.
    if (error instanceof DomainError && error.code !== 'not-confirmed-yet') {
      await db.query('DELETE FROM photo WHERE id = ANY($1)', [photoIds]);
      await removePhotoFiles(config, photoIds);
    }
    throw error;
  }
}

function materialsOf({ materials, quantities }: Extract<JobForm, { do: 'done' }>) {
  return materials.flatMap((materialId, index) => {
    if (materialId === '') return [];
    const quantity = decimal.safeParse(quantities[index] ?? '');
    if (!quantity.success || quantity.data === 0) throw refusal({ materials: 'quantity' });
    return [{ materialId, quantity: quantity.data }];
  });
}

/** The conversation of the job's case with the supplier, which begins when it is first opened. */
export const threadOf = ({ db, config }: Deps, { id }: Pick<Supplier, 'id'>, { caseId }: Job) =>
  db.transaction((tx) => threadWith(tx, caseId, { kind: 'supplier', id }, config.appSecret));
