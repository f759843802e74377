/** Field to its old and its new value, or to `true` where the log says only that it changed. */
export type Changes = Record<string, [old: unknown, now: unknown] | true>;

export interface ChangedValue {
  /** The field and, inside it, the way to what changed. */
  path: string[];
  old: unknown;
  now: unknown;
  /** The log keeps neither of them: personal, secret or long. */
  hidden: boolean;
}

const isTree = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

function leaves(path: string[], old: unknown, now: unknown): ChangedValue[] {
  if (same(old, now)) return [];
  if (!isTree(now) || !(isTree(old) || old === null || old === undefined))
    return [{ path, old, now, hidden: false }];
  const keys = new Set([...Object.keys(old ?? {}), ...Object.keys(now)]);
  return [...keys].flatMap((key) => leaves([...path, key], old?.[key], now[key]));
}

/** What changed, value by value: of a whole policy only the hours that are others now. */
export const changedValues = (changes: Changes | null): ChangedValue[] =>
  Object.entries(changes ?? {}).flatMap(([field, change]) =>
    change === true
      ? [{ path: [field], old: null, now: null, hidden: true }]
      : leaves([field], change[0], change[1]),
  );
