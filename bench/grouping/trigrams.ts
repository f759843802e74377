/**
 * `similarity()` of PostgreSQL's pg_trgm: the share of common trigrams, of words in lower case with two blanks
 * before and one after. Held against PostgreSQL itself in the test.
 */
export function similarity(one: string, other: string): number {
  const [a, b] = [trigramsOf(one), trigramsOf(other)];
  const common = [...a].filter((trigram) => b.has(trigram)).length;
  const all = a.size + b.size - common;
  return all === 0 ? 0 : common / all;
}

const known = new Map<string, Set<string>>();

function trigramsOf(text: string): Set<string> {
  const before = known.get(text);
  if (before) return before;
  const trigrams = new Set<string>();
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    const padded = [...`  ${word} `];
    for (let at = 0; at + 3 <= padded.length; at++) trigrams.add(padded.slice(at, at + 3).join(''));
  }
  known.set(text, trigrams);
  return trigrams;
}
