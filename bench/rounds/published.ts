import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { crewByCrew } from './crews';
import { costOf, readFile, readPublished, readSolution, wrongWith } from './vrplib';

export interface PublishedResult {
  name: string;
  cost: number;
  crews: number;
  /** The best-known cost, and how much dearer ours is; null where no solution lies beside the problem. */
  best: number | null;
  gap: number | null;
  seconds: number;
}

/**
 * Solves a published problem crew by crew.
 * @throws Error when our routes may not be driven, or when the published ones do not cost what they are said to
 */
export function solvePublished(file: string, secondsPerCrew: number): PublishedResult {
  const problem = readFile(file, readPublished);
  const begun = performance.now();
  const routes = crewByCrew(problem, secondsPerCrew);
  const seconds = Math.round((performance.now() - begun) / 100) / 10;
  const wrong = wrongWith(problem, routes);
  if (wrong.length > 0) throw new Error(`${problem.name}: ${wrong.join('; ')}`);
  const cost = costOf(problem, routes);
  const known = file.replace(/\.vrp$/, '.sol');
  const best = existsSync(known) ? bestKnown(problem, known) : null;
  const gap = best === null ? null : Math.round((cost / best - 1) * 1e4) / 1e4;
  return { name: problem.name, cost, crews: routes.length, best, gap, seconds };
}

function bestKnown(problem: ReturnType<typeof readPublished>, file: string): number {
  const { routes, cost } = readFile(file, readSolution);
  const wrong = wrongWith(problem, routes);
  if (wrong.length > 0 || costOf(problem, routes) !== cost)
    throw new Error(`${problem.name}: the published solution costs ${costOf(problem, routes)}, not ${cost}.`);
  return cost;
}

/** The problems of a folder. */
export const publishedIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.vrp'))
        .sort()
        .map((name) => path.join(folder, name))
    : [];
