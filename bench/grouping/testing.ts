import type { Report } from './reports';

/** A made-up report; `metres` east of a corner of the town. */
export function report(id: string, over: Partial<Report> & { metres?: number } = {}): Report {
  const { metres = 0, ...rest } = over;
  return {
    id,
    openedAt: 0,
    closedAt: null,
    category: 'Pothole',
    group: 'Roads',
    latitude: 0,
    // On the equator, where a degree is as wide as it is high.
    longitude: (metres / 6371008.7714) * (180 / Math.PI),
    text: null,
    ...rest,
  };
}
