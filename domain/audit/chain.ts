import type { Actor } from '../case/state';

/** What a link of the chain vouches for. Words are vouched for by their salted digest alone. */
export interface ChainedEntry {
  chain: string;
  seq: number;
  factId: string;
  name: string;
  /** ISO 8601 in UTC with milliseconds. */
  at: string;
  actorKind: Actor['kind'];
  actorId: string | null;
  public: boolean;
  data: Record<string, unknown>;
  noteId: string | null;
  /** Hex. */
  noteDigest: string | null;
}

/** Where a chain begins: nothing was before it. */
export const genesis = '0'.repeat(64);

/** JSON with the keys of every object sorted, so that the same content has one spelling. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const pairs = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`);
    return `{${pairs.join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}

/** What is hashed: the previous link's hash (hex) and the entry in its one spelling. */
export const linkText = (previousHash: string, entry: ChainedEntry): string =>
  `${previousHash}\n${canonical(entry)}`;
