import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The variable by which the test workers find the folder of their run. */
export const RUN_VARIABLE = 'BENECOMUNE_TEST_RUN';

/** The folder that one run of jest, with all its workers, works in. */
export function runFolder(): string {
  const folder = process.env[RUN_VARIABLE];
  if (!folder) throw new Error('Run the tests with jest, its configuration sets their folder up.');
  return folder;
}

/**
 * Makes something costly once per test run, when the first test needs it: the others, in any
 * worker, wait and get the same. A failure is shared as well.
 * @param name of the thing; its result lies in the run's folder as `<name>.json`
 */
export async function once<T>(name: string, make: () => Promise<T>): Promise<T> {
  const result = path.join(runFolder(), `${name}.json`);
  if (!existsSync(result) && claim(`${name}.lock`)) {
    let outcome: Outcome<T>;
    try {
      outcome = { value: await make() };
    } catch (error) {
      outcome = { error: String(error) };
    }
    writeFileSync(`${result}.part`, JSON.stringify(outcome));
    renameSync(`${result}.part`, result);
  }
  while (!existsSync(result)) await new Promise((resolve) => setTimeout(resolve, 50));
  const outcome = JSON.parse(readFileSync(result, 'utf8')) as Outcome<T>;
  if ('error' in outcome) throw new Error(`${name}: ${outcome.error}`);
  return outcome.value;
}

type Outcome<T> = { value: T } | { error: string };

function claim(lock: string): boolean {
  try {
    mkdirSync(path.join(runFolder(), lock));
    return true;
  } catch {
    return false;
  }
}
