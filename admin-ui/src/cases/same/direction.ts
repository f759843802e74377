interface Opened {
  id: string;
  number: string;
  openedAt: string;
}

/** The case that was opened first stays: the people who reported it have waited longest. */
export function directionOf<A extends Opened, B extends Opened>(
  one: A,
  other: B,
): { from: A | B; into: A | B } {
  const oneIsOlder = one.openedAt < other.openedAt || (one.openedAt === other.openedAt && one.id < other.id);
  return oneIsOlder ? { from: other, into: one } : { from: one, into: other };
}
