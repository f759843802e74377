import type { CommandName } from './case/commands';
import type { Role, Stage } from './vocabulary';

/**
 * The one permission table: what each role may do. The API enforces it, the console reads it from
 * the session and shows only what it allows. A user with a department acts on that department alone.
 */
export const actions = [
  'case.read',
  'case.comment',
  'burst.confirm',
  'round.read',
  'round.plan',
  'round.drive',
  'report.enter',
  'person.read',
  'escalation.read',
  'escalation.acknowledge',
  'message.read',
  'message.retry',
  'diagnosis.read',
  'scorecard.read',
  'review.read',
  'review.decide',
  'review.say',
  'growth.read',
  'warranty.read',
  'warranty.decide',
  'dossier.read',
  'dossier.sign',
  'redemption.use',
  'appeal.answer',
  'dashboard.read',
  'delivery.read',
  'delivery.replay',
  'audit.read',
  'audit.replay',
  'settings.read',
  'settings.write',
  'users.write',
  'queues.read',
  'person.export',
  'person.erase',
] as const;
export type Action = (typeof actions)[number] | `acknowledge.${Stage}` | `command.${CommandName}`;

const everyone: Role[] = [
  'operator',
  'coordinator',
  'technician',
  'oversight',
  'management',
  'auditor',
  'admin',
];
const desk: Role[] = ['operator', 'coordinator', 'admin'];
const field: Role[] = ['coordinator', 'technician', 'admin'];

const table: Record<Action, readonly Role[]> = {
  'case.read': everyone,
  'case.comment': ['operator', 'coordinator', 'technician', 'oversight', 'management', 'admin'],
  'burst.confirm': desk,
  'round.read': everyone,
  'round.plan': ['coordinator', 'admin'],
  'round.drive': field,
  'report.enter': desk,
  'person.read': ['operator', 'coordinator', 'admin'],
  'escalation.read': ['coordinator', 'oversight', 'management', 'auditor', 'admin'],
  'escalation.acknowledge': ['coordinator', 'oversight', 'management', 'admin'],
  // Only whom a stage warns takes notice of it: nobody else may take it off their list.
  'acknowledge.reminder': ['coordinator', 'admin'],
  'acknowledge.breach': ['oversight', 'admin'],
  'acknowledge.management': ['management', 'admin'],
  'message.read': ['operator', 'auditor', 'admin'],
  'message.retry': ['operator', 'admin'],
  // Whoever helps a department, and its own coordinator.
  'diagnosis.read': ['coordinator', 'oversight', 'management', 'admin'],
  // Whoever chooses suppliers, materials and ways of working; a coordinator by the own department's cases.
  'scorecard.read': ['coordinator', 'oversight', 'management', 'auditor', 'admin'],
  // What happened and why belongs to those who were there as much as to those who decide.
  'review.read': ['coordinator', 'technician', 'oversight', 'management', 'auditor', 'admin'],
  'review.decide': ['coordinator', 'oversight', 'management', 'admin'],
  'review.say': ['coordinator', 'technician', 'oversight', 'management', 'admin'],
  // The team's own, and whoever helps it.
  'growth.read': ['coordinator', 'technician', 'oversight', 'management', 'admin'],
  'warranty.read': ['operator', 'coordinator', 'oversight', 'management', 'auditor', 'admin'],
  'warranty.decide': ['coordinator', 'admin'],
  'dossier.read': ['coordinator', 'oversight', 'management', 'auditor', 'admin'],
  // Whoever answers for a tender.
  'dossier.sign': ['management', 'admin'],
  'redemption.use': ['operator', 'admin'],
  // Reads them too.
  'appeal.answer': desk,
  // As a picture; a coordinator of the own department.
  'dashboard.read': ['coordinator', 'oversight', 'management', 'auditor', 'admin'],
  'delivery.read': ['auditor', 'admin'],
  'delivery.replay': ['admin'],
  'audit.read': ['auditor', 'admin'],
  'audit.replay': ['auditor', 'admin'],
  'settings.read': everyone,
  'settings.write': ['admin'],
  'users.write': ['admin'],
  'queues.read': ['admin'],
  'person.export': ['admin'],
  'person.erase': ['admin'],
  'command.verify': desk,
  'command.reject': desk,
  'command.answer': desk,
  'command.reroute': desk,
  'command.accept': ['coordinator', 'admin'],
  'command.make-safe': desk,
  'command.made-safe': field,
  'command.assign': ['coordinator', 'admin'],
  'command.unassign': ['coordinator', 'admin'],
  'command.start': field,
  'command.pause': field,
  'command.resume': field,
  'command.mark-repaired': field,
  'command.qualify': field,
  'command.close': ['coordinator', 'admin'],
  'command.decide-reopen': desk,
  'command.recall': desk,
  'command.merge': desk,
  'command.split': desk,
  'command.unmerge': desk,
  'command.import-deadline': ['admin'],
  'command.ask': field.concat('operator'),
  'command.withdraw-question': field.concat('operator'),
  'command.hand-over': desk,
  'command.answer-handover': ['coordinator', 'admin'],
  'command.withdraw-handover': desk,
  'command.open-part': ['coordinator', 'admin'],
};

export interface Subject {
  role: Role;
  departmentId: string | null;
}

/** May this role do this at all? */
export const may = (role: Role, action: Action): boolean => table[action].includes(role);

/** May this person do this to something that belongs to a department? */
export const mayFor = (subject: Subject, action: Action, departmentId: string): boolean =>
  may(subject.role, action) && (subject.departmentId === null || subject.departmentId === departmentId);

/** Everything that a role may do, as the console gets it with the session. */
export const allowedActions = (role: Role): Action[] =>
  (Object.keys(table) as Action[]).filter((action) => table[action].includes(role));
