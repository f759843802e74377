import { diagnose, FEWEST_CASES, scoresOf } from '../domain/diagnosis/diagnose';
import type { CaseEvent } from '../domain/diagnosis/event';
import { type Cause, causes } from '../domain/diagnosis/features';
import { type Reference, reference } from '../domain/diagnosis/reference';
import { readEvents } from './diagnosis/file';
import { type Department, departments, fitted } from './diagnosis/fit';

const TRAINED = 200;
const TESTED = Number(process.env.BENCH_DEPARTMENTS ?? 200);
const CASES = 300;
/** Seeds of the two sets; far enough apart that none is in both. */
const TRAINING_SEED = 1;
const TEST_SEED = 1_000_000;
const TARGET_RIGHT = 0.95;
const MOST_ACCUSED = 0.02;

export interface DiagnosisResult {
  departments: number;
  casesEach: number;
  /** Share whose causes were all found and no other. */
  right: number;
  targetRight: number;
  /** Share of the healthy in which any cause was found. */
  healthyAccused: number;
  mostAccused: number;
  /** Truth to verdict to number. */
  confusion: Record<string, Record<string, number>>;
}

/** Fits on some simulated departments, tests on others; with `--events FILE` says what a file's departments are like. */
export async function diagnosis(
  say: (line: string) => void,
  options: string[],
): Promise<DiagnosisResult | object> {
  const at = options.indexOf('--events');
  if (at >= 0) return ofFile(options[at + 1] ?? '', say);
  const by = fitted(departments(TRAINING_SEED, TRAINED, CASES));
  say(`fitted on ${TRAINED} departments of each kind:`);
  say(JSON.stringify(rounded(by)));
  if (JSON.stringify(rounded(by)) !== JSON.stringify(reference))
    throw new Error('That is not what domain/diagnosis/reference.ts holds.');
  return judge(departments(TEST_SEED, TESTED, CASES), say);
}

/** Three digits are more than the fit knows. */
const rounded = (by: Reference): Reference =>
  JSON.parse(
    JSON.stringify(by, (_key, value) => (typeof value === 'number' ? Number(value.toPrecision(3)) : value)),
  );

function judge(tested: Department[], say: (line: string) => void): DiagnosisResult {
  const confusion: DiagnosisResult['confusion'] = {};
  let right = 0;
  let accused = 0;
  for (const { truth, measures } of tested) {
    const scores = scoresOf(measures, reference);
    const found = causes.filter((cause) => scores[cause] >= reference.thresholds[cause]);
    const [is, said] = [named(truth), named(found)];
    confusion[is] = { ...confusion[is], [said]: (confusion[is]?.[said] ?? 0) + 1 };
    if (is === said) right += 1;
    if (truth.length === 0 && found.length > 0) accused += 1;
  }
  for (const [is, said] of Object.entries(confusion)) say(`${is}: ${JSON.stringify(said)}`);
  const healthy = tested.filter(({ truth }) => truth.length === 0).length;
  return {
    ...{ departments: tested.length, casesEach: CASES },
    ...{ right: share(right, tested.length), targetRight: TARGET_RIGHT },
    ...{ healthyAccused: share(accused, healthy), mostAccused: MOST_ACCUSED, confusion },
  };
}

const named = (of: readonly Cause[]): string => of.join(' + ') || 'healthy';
const share = (part: number, whole: number): number => Math.round((part / whole) * 1000) / 1000;

/** The last ninety days of each department of a file. */
async function ofFile(file: string, say: (line: string) => void): Promise<object> {
  const byDepartment = grouped(await readEvents(file));
  const verdicts: Record<string, unknown> = {};
  for (const [department, events] of byDepartment) {
    const to = events.reduce((latest, { at }) => Math.max(latest, at), 0) + 1;
    const { verdict, measures, findings } = diagnose(events, { from: to - 90 * 86_400_000, to });
    verdicts[department] = verdict;
    say(
      `${department}: ${typeof verdict === 'string' ? verdict : verdict.join(' + ')} (${measures.cases} cases)`,
    );
    if (measures.cases < FEWEST_CASES) continue;
    for (const { cause, holds, confidence, evidence } of findings.filter(({ score }) => score > 0)) {
      const signs = evidence.map(({ name, beyond }) => `${name} +${beyond.toFixed(1)}`).join(', ');
      say(`  ${holds ? '' : 'not '}${cause}, ${Math.round(confidence * 100)} % sure: ${signs}`);
    }
  }
  return { verdicts };
}

function grouped(events: CaseEvent[]): Map<string, CaseEvent[]> {
  const groups = new Map<string, CaseEvent[]>();
  for (const event of events) {
    const own = groups.get(event.department);
    if (own) own.push(event);
    else groups.set(event.department, [event]);
  }
  return groups;
}
