/** Where the file's time lies on the wall's clock. */
export interface Timeline {
  /** The instant of the file's first request, in the file's time. */
  first: number;
  /** The same instant on the wall. */
  begunAt: number;
  /** File time passes this many times faster. */
  speed: number;
  /** End of the window, in the file's time. */
  end: number;
}

const DAY = 24 * 3600_000;

export const timelineOf = (first: number, days: number, speed: number, begunAt: number): Timeline => ({
  first,
  begunAt,
  speed,
  end: first + days * DAY,
});

/** When something of the file's time comes on the wall; never a moment too early. */
export const onWall = ({ first, begunAt, speed }: Timeline, at: number): number =>
  Math.ceil(begunAt + (at - first) / speed);

export const endOnWall = (timeline: Timeline): number => onWall(timeline, timeline.end);
