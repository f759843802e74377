/**
 * Works through a list, one after the other; one that fails holds up no other.
 * @returns how many came out true
 * @throws the first failure, once all others were dealt with
 */
export async function each<T>(items: readonly T[], work: (item: T) => Promise<boolean>): Promise<number> {
  let done = 0;
  const failures: unknown[] = [];
  for (const item of items) {
    try {
      if (await work(item)) done += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return done;
}
