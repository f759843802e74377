import type { CaseReport } from '../types';

/** Whom words to the citizen reach by mail: only who has confirmed an address. Not everybody is told who that is. */
export function reachOf(reports: Pick<CaseReport, 'reporter'>[]) {
  if (reports.some(({ reporter }) => reporter === undefined)) return { key: 'command.reach.unknown' };
  const mailed = reports.filter(({ reporter }) => reporter?.confirmed).length;
  const key = mailed === 0 ? 'none' : mailed === reports.length ? 'all' : 'some';
  return { key: `command.reach.${key}`, mailed, all: reports.length };
}
