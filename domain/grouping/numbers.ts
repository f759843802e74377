/** What the numbers in two texts say: of lamps, houses, seats. Null when one of the two names none. */
export type Numbers = 'shared' | 'different' | null;

const numbersIn = (text: string) => new Set(text.match(/\d+/g));

/** Whether two texts name a number in common: "lamp 13" and "lamp 14" are alike as words and two lamps. */
export function compareNumbers(one: string | null, other: string | null): Numbers {
  const [named, found] = [numbersIn(one ?? ''), numbersIn(other ?? '')];
  if (named.size === 0 || found.size === 0) return null;
  return [...named].some((number) => found.has(number)) ? 'shared' : 'different';
}
