import type { CommandBase } from '../case/commands';
import type { StopReason } from '../vocabulary';
import type { StopTask } from './state';

/** What crew and coordinator may tell a dispatched round. Rows that a command refers to were written first. */
export type RoundCommand = CommandBase &
  (
    | { name: 'arrive'; caseId: string }
    /** `repairId` names what was done, `photoId` the place made safe. */
    | { name: 'done'; caseId: string; repairId?: string; photoId?: string }
    | { name: 'not-possible'; caseId: string; reason: StopReason; photoId?: string }
    /** On the way: it becomes the next stop. */
    | { name: 'insert'; caseId: string; task: StopTask }
    /** `order`: the cases that are still to do, all of them. */
    | { name: 'reorder'; order: string[] }
    | { name: 'end' }
  );
export type RoundCommandName = RoundCommand['name'];

export const roundCommandNames = [
  'arrive',
  'done',
  'not-possible',
  'insert',
  'reorder',
  'end',
] as const satisfies readonly RoundCommandName[];
