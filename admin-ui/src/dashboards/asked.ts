import type { Quarter } from '../diagnosis/period';
import type { Behind } from './types';

/** What is looked at, as the page's address says it. */
export interface Asked {
  quarter: Quarter;
  /** Null for all departments. */
  departmentId: string | null;
}

/** What the address says; what it does not know is the newest quarter and everybody. */
export function readAsked(
  search: URLSearchParams,
  quarters: readonly Quarter[],
  departmentIds: readonly string[],
): Asked {
  const department = search.get('department');
  return {
    quarter: quarters.find(({ id }) => id === search.get('quarter')) ?? quarters[0]!,
    departmentId: department && departmentIds.includes(department) ? department : null,
  };
}

/** The query of the API. */
export const queryOf = ({ quarter, departmentId }: Asked): string =>
  new URLSearchParams({ quarter: quarter.id, ...(departmentId ? { departmentId } : {}) }).toString();

/** The list of the cases behind a figure. */
export const casesLink = (cases: Behind): string =>
  `/cases?filter=${encodeURIComponent(JSON.stringify(cases))}`;
