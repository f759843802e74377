import type { ClockKind, CommandName } from '../vocabulary';
import type { CaseRow } from './types';

/** Only a problem ends with a repair; questions, praise and proposals end with an answer. */
export const isProblem = ({ kind }: Pick<CaseRow, 'kind'>) => kind === 'problem';

/** The words under `commands.` for a command: what it does depends on the case. */
export function commandWords(name: CommandName, row: Pick<CaseRow, 'kind' | 'status'>): string {
  if (name === 'verify' && !isProblem(row)) return 'commands.verify-message';
  if (name === 'qualify' && row.status !== 'repaired') return 'commands.nothing-there';
  if (name === 'close' && row.status !== 'rating') return 'commands.close-unrepaired';
  return `commands.${name}`;
}

/** What stands where the address of a place would: a place may have none, and a question may be about no place. */
export const unaddressed = ({ lat }: Pick<CaseRow, 'lat'>): string =>
  lat === null ? 'casePage.nowhere' : 'casePage.noPlace';

/** The name of a deadline: what is asked or proposed is not repaired but answered. */
export const clockWords = (clock: ClockKind, row: Pick<CaseRow, 'kind'>): string =>
  `words.clock.${clock === 'repair' && !isProblem(row) ? 'answer' : clock}`;

/** The name of a state: what is asked or proposed waits for an answer from the beginning. */
export const statusWords = ({ kind, status }: Pick<CaseRow, 'kind' | 'status'>): string =>
  `words.status.${!isProblem({ kind }) && (status === 'verifying' || status === 'accepting') ? 'answering' : status}`;
