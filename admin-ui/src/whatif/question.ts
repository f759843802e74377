import { dayAfter } from '../time/hours';
import { type Period, type Rule, rules, type Scenario } from './types';

export const asToday: Scenario = { crews: 0, hours: null, without: [], rule: 'first-come' };

/** What the API allows. */
export const MOST_CREWS = 20;
const [FEWEST_HOURS, MOST_HOURS] = [1, 16];
/** A period of so many weeks, measured up to yesterday. */
const lengths = [13, 8, 26, 52];

/** The scenario of an address; what is wrong in it counts as today's. */
export function readScenario(params: URLSearchParams): Scenario {
  const crews = Math.trunc(Number(params.get('crews')));
  const hours = Number(params.get('hours'));
  const rule = params.get('rule') as Rule;
  return {
    crews: Math.abs(crews) <= MOST_CREWS ? crews : 0,
    hours: hours >= FEWEST_HOURS && hours <= MOST_HOURS ? hours : null,
    without: (params.get('without') ?? '').split(',').filter(Boolean),
    rule: rules.includes(rule) ? rule : asToday.rule,
  };
}

/** The same as parameters of an address and of the API, in one order; nothing of what is as today. */
export function writeScenario({ crews, hours, without, rule }: Scenario): Record<string, string> {
  return {
    ...(crews !== 0 && { crews: String(crews) }),
    ...(hours !== null && { hours: String(hours) }),
    ...(without.length > 0 && { without: [...without].sort().join() }),
    ...(rule !== asToday.rule && { rule }),
  };
}

export const isAsToday = (scenario: Scenario): boolean => Object.keys(writeScenario(scenario)).length === 0;

export interface Choosable extends Period {
  id: string;
  /** Null for one that was asked for by its days. */
  weeks: number | null;
}

/** The periods to choose from, the usual one first; one that an address asks for is among them. @param today local day */
export function periods(today: string, asked: Period | null): Choosable[] {
  const to = dayAfter(today, -1);
  const usual = lengths.map((weeks) => ({ id: String(weeks), weeks, from: dayAfter(today, -7 * weeks), to }));
  const known = asked === null || usual.some(({ from, to }) => from === asked.from && to === asked.to);
  return known ? usual : [...usual, { ...asked, id: 'asked', weeks: null }];
}

const isDay = (text: string | null): text is string => text !== null && /^\d{4}-\d\d-\d\d$/.test(text);

export function readPeriod(params: URLSearchParams): Period | null {
  const [from, to] = [params.get('from'), params.get('to')];
  return isDay(from) && isDay(to) ? { from, to } : null;
}

/** The page of a question about a department; a period that is not over is measured as the weeks up to yesterday. */
export function whatIfPath(departmentId: string, period: Period, today: string, scenario: Scenario): string {
  const [usual] = periods(today, null);
  const { from, to } = period.to < today ? period : usual!;
  return `/what-if?${new URLSearchParams({ departmentId, from, to, ...writeScenario(scenario) })}`;
}
