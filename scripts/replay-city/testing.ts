import type { CityRow } from './rows';

const HOUR = 3600_000;

/** A made-up request; times in hours since the file's first. */
export function cityRow(
  over: Partial<Omit<CityRow, 'openedAt' | 'targetAt' | 'closedAt'>> & {
    opened?: number;
    target?: number | null;
    closed?: number | null;
  } = {},
): CityRow {
  const { opened = 0, target = 24, closed = 12, ...rest } = over;
  const at = (hours: number | null) => (hours === null ? null : hours * HOUR);
  return {
    id: '1',
    openedAt: opened * HOUR,
    targetAt: at(target),
    closedAt: at(closed),
    mark: 'ONTIME',
    department: 'Works',
    reason: 'Roads',
    type: 'Pothole',
    title: 'Hole',
    address: 'Main St 1',
    latitude: 42.3,
    longitude: -71.1,
    ...rest,
  };
}
