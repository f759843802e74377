import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import type { CaseEvent } from '../domain/diagnosis/event';
import { modelOf } from '../domain/whatif/model';
import { forecast, today } from '../domain/whatif/simulate';

const FILE = path.join('..', 'shared', 'data', 'boston311', 'reports-2015-h1.csv');
const DAY_MS = 86_400_000;
/** The days that speak for those to come, and how often these are played. */
const KNOWN_DAYS = 60;
const TIMES = 200;
const SEED = 1;

export interface WhatIfResult {
  departments: number;
  /** Mean error of the share of late cases, in points of a hundred. */
  error: number;
  /** Of saying what was true of the month before. */
  errorOfLastMonth: number;
  /** The first over the second: below one is better. */
  ratio: number;
  /** Departments whose share lies within the interval. */
  within: number;
}

interface Request {
  id: string;
  opened_at: string;
  target_at: string;
  closed_at: string;
  department: string;
  type: string;
}

/**
 * Plays the two months after the first four of a city's half-year, as they were known on the last day of April, and compares
 * with what came: of the cases whose deadline falls in May or June, the share not closed by it.
 */
export async function whatIf(say: (line: string) => void): Promise<WhatIfResult> {
  const requests: Request[] = parse(await readFile(FILE), { columns: true, bom: true });
  const [april, begin, end] = ['2015-04-01', '2015-05-01', '2015-07-01'].map(instant) as [
    number,
    number,
    number,
  ];
  const rows = [...new Set(requests.map(({ department }) => department))].sort().map((department) => {
    const own = requests.filter((one) => one.department === department);
    const { lateShare } = forecast(modelOf(own.flatMap(eventsOf), begin, KNOWN_DAYS), today, {
      ...{ days: (end - begin) / DAY_MS, times: TIMES, seed: SEED },
    });
    const [was, before] = [lateBetween(own, begin, end), lateBetween(own, april, begin)];
    say(
      `${department}: ${percent(lateShare.mean)} % (${percent(lateShare.low)} to ${percent(lateShare.high)}), ` +
        `was ${percent(was)} %, the month before ${percent(before)} %`,
    );
    return { lateShare, was, before };
  });
  const error = meanOf(rows.map(({ lateShare, was }) => Math.abs(lateShare.mean - was)));
  const errorOfLastMonth = meanOf(rows.map(({ before, was }) => Math.abs(before - was)));
  return {
    ...{ departments: rows.length, error: percent(error), errorOfLastMonth: percent(errorOfLastMonth) },
    ratio: Math.round((error / errorOfLastMonth) * 100) / 100,
    within: rows.filter(({ lateShare, was }) => was >= lateShare.low && was <= lateShare.high).length,
  };
}

/** The file's hours are local; that they are read as others moves all of them alike. */
const instant = (local: string): number =>
  Date.parse(`${local.replace(' ', 'T')}${local.length > 10 ? 'Z' : 'T00:00:00Z'}`);

function eventsOf({ id, opened_at, target_at, closed_at, department, type }: Request): CaseEvent[] {
  const at = instant(opened_at);
  const base = { department, caseId: id, unit: '' };
  const amount = target_at ? (instant(target_at) - at) / 3_600_000 : null;
  const opened: CaseEvent = { ...base, at, name: 'opened', reason: type, amount };
  if (!closed_at) return [opened];
  return [
    opened,
    { ...base, at: Math.max(at, instant(closed_at)), name: 'repaired', reason: '', amount: null },
  ];
}

/** Of the requests whose target lies between: those closed later, or never. */
function lateBetween(requests: Request[], from: number, to: number): number {
  const due = requests.filter(
    ({ target_at }) => target_at && instant(target_at) >= from && instant(target_at) < to,
  );
  const late = due.filter(
    ({ target_at, closed_at }) => !closed_at || instant(closed_at) > instant(target_at),
  );
  return due.length > 0 ? late.length / due.length : 0;
}

const percent = (share: number): number => Math.round(share * 1000) / 10;
const meanOf = (values: number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;
