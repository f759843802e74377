import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { compile } from '../domain/rounds/compile';
import { planRound } from '../domain/rounds/plan';
import type { RoundPlan, RoundProblem } from '../domain/rounds/types';
import { cityRound, days } from './rounds/city';
import { type PublishedResult, publishedIn, solvePublished } from './rounds/published';
import { askPyvrp, installPyvrp, type Theirs } from './rounds/pyvrp';

const PUBLISHED = path.join('..', 'shared', 'data', 'routing');
const STOPS = 100;
const ROUNDS_A_DAY = 2;
const PEER_SECONDS = Number(process.env.BENCH_SECONDS ?? 60);
const CREW_SECONDS = 1;
const TARGETS = { gapToPeer: 0.02, milliseconds: 1000 };

interface Compared {
  name: string;
  /** Priorities served, seconds until the return, wall and processor time of ours. */
  ours: { served: number; back: number; stops: number; milliseconds: number; cpuMilliseconds: number };
  peer: Theirs;
  /** How much less priority we serve, over the peer's; below zero where we serve more. */
  gap: number;
  /** How much later we are back, over the peer's return, where both serve as much; null where they do not. */
  backGap: number | null;
}

/** Our planner beside PyVRP on days of a city, and beside the best known on published problems. */
export async function rounds(say: (line: string) => void, args: string[]): Promise<object> {
  const { instance } = parseArgs({ args, options: { instance: { type: 'string' } } }).values;
  if (instance) return solveGiven(instance);
  const python = await installPyvrp();
  const compared: Compared[] = [];
  for (const day of days) {
    for (let seed = 1; seed <= ROUNDS_A_DAY; seed++) {
      const one = await compare(python, `${day.name} ${seed}`, await cityRound(seed, day, STOPS));
      say(
        `${one.name}: ${one.ours.served} of priority in ${one.ours.milliseconds} ms, PyVRP ${one.peer.served}`,
      );
      compared.push(one);
    }
  }
  const published: PublishedResult[] = [];
  for (const file of publishedIn(PUBLISHED)) {
    const solved = solvePublished(file, CREW_SECONDS);
    say(`${solved.name}: ${solved.cost} with ${solved.crews} crews, best known ${solved.best}`);
    published.push(solved);
  }
  const gaps = compared.map(({ gap }) => gap);
  return {
    ...{ stops: STOPS, peerSeconds: PEER_SECONDS, rounds: compared },
    ...{ meanGap: rounded(mean(gaps)), worstGap: Math.max(...gaps), targetGap: TARGETS.gapToPeer },
    worstBackGap: Math.max(0, ...compared.map(({ backGap }) => backGap ?? 0)),
    worstMilliseconds: Math.max(...compared.map(({ ours }) => ours.milliseconds)),
    targetMilliseconds: TARGETS.milliseconds,
    published,
    meanPublishedGap: published.length > 0 ? rounded(mean(published.map(({ gap }) => gap ?? 0))) : null,
  };
}

/** A round in JSON (`RoundProblem`), or a VRPLIB problem with prizes and time windows. */
function solveGiven(file: string): object {
  if (!file.endsWith('.json')) return { ...solvePublished(file, CREW_SECONDS) };
  const problem: RoundProblem = JSON.parse(readFileSync(file, 'utf8'));
  const { plan, ...took } = timed(problem);
  return { ...took, ...plan };
}

/**
 * The peer gets the time twice, side by side: once with our own goal, priority before everything, and once with
 * priority worth less than a shift, by which it may search better. The better of the two counts.
 */
async function compare(python: string, name: string, problem: RoundProblem): Promise<Compared> {
  const { plan, ...took } = timed(problem);
  const instance = compile(problem, []);
  const asked = [instance.horizon + 1, 100].map((worth) =>
    askPyvrp(python, instance, { worth, seconds: PEER_SECONDS }),
  );
  const [strict, loose] = (await Promise.all(asked)) as [Theirs, Theirs];
  const peer = loose.served > strict.served ? loose : strict;
  const ours = {
    served: plan.served,
    back: plan.backAt - problem.shift.from,
    stops: plan.stops.length,
    ...took,
  };
  const gap = rounded((peer.served - plan.served) / peer.served);
  return { name, ours, peer, gap, backGap: gap === 0 ? rounded(ours.back / peer.back - 1) : null };
}

function timed(problem: RoundProblem): { plan: RoundPlan; milliseconds: number; cpuMilliseconds: number } {
  const cpu = process.cpuUsage();
  const begun = performance.now();
  const plan = planRound(problem, { seed: 1 });
  const milliseconds = Math.round(performance.now() - begun);
  const { user, system } = process.cpuUsage(cpu);
  return { plan, milliseconds, cpuMilliseconds: Math.round((user + system) / 1000) };
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const rounded = (value: number) => Math.round(value * 1e4) / 1e4;
