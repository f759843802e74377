import type { CityRow } from './rows';
import { endOnWall, onWall, type Timeline } from './timeline';

/** What the citizen does when the repair is done. */
export interface CitizenPart {
  email: boolean;
  stars: number | null;
  words: boolean;
  /** Says that it is not fixed; staff refuse, since the city's own record says it was. */
  notFixed: boolean;
}

/** What happens to one request, on the wall's clock. */
export interface Story {
  row: CityRow;
  openAt: number;
  deadline: number | null;
  /** When the repair is marked; null when the city closed it after the window. */
  repairAt: number | null;
  citizen: CitizenPart;
}

/** Of so many citizens one gives an address, rates, writes, or says that it is not fixed. */
const every = { email: 5, stars: 3, words: 11, notFixed: 23 };

/** The whole replay as it should go. Every run of a file plays the same citizens. */
export function storiesOf(rows: readonly CityRow[], timeline: Timeline): Story[] {
  return rows.map((row, index) => ({
    row,
    openAt: onWall(timeline, row.openedAt),
    deadline: row.targetAt === null ? null : onWall(timeline, row.targetAt),
    repairAt: repairAt(row, timeline),
    citizen: {
      email: index % every.email === 0,
      stars: index % every.stars === 0 ? 1 + (index % 5) : null,
      words: index % every.words === 0,
      notFixed: index % every.notFixed === 0,
    },
  }));
}

function repairAt({ openedAt, closedAt }: CityRow, timeline: Timeline): number | null {
  if (closedAt === null) return null;
  const at = onWall(timeline, Math.max(openedAt, closedAt));
  return at <= endOnWall(timeline) ? at : null;
}
