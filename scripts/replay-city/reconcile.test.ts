import { type Observed, type Recorded, reconcile } from './reconcile';
import type { CityRow } from './rows';
import { storiesOf } from './stories';
import { cityRow } from './testing';
import { timelineOf } from './timeline';

/** An hour of the file is a second of the wall; the window is two days. */
const timeline = timelineOf(0, 2, 3600, 0);
const SECOND = 1000;

const rows: CityRow[] = [
  cityRow({ id: 'in-time', closed: 12, target: 24 }),
  cityRow({ id: 'late', closed: 30, target: 24, mark: 'OVERDUE' }),
  cityRow({ id: 'open', closed: null, target: 40, mark: 'OVERDUE' }),
  cityRow({ id: 'later', closed: 90, target: 80, mark: 'OVERDUE' }),
  cityRow({ id: 'no-target', closed: 20, target: null }),
  cityRow({ id: 'no-mark', closed: 30, target: 24, mark: null }),
];

const record = (over: Partial<Recorded> = {}): Recorded => ({
  dueAt: 24 * SECOND,
  stoppedAt: null,
  imported: true,
  breached: false,
  ...over,
});

/** A run in which everything went as it should. */
function perfect(): Observed {
  const recorded = new Map<string, Recorded>([
    ['in-time', record({ stoppedAt: 12_050 })],
    ['late', record({ stoppedAt: 30_100, breached: true })],
    ['open', record({ dueAt: 40 * SECOND, breached: true })],
    // Fired while the last things were done, after the window.
    ['later', record({ dueAt: 80 * SECOND, breached: true })],
    ['no-target', record({ dueAt: null, stoppedAt: 20_010, imported: false })],
    ['no-mark', record({ stoppedAt: 30_020, breached: true })],
  ]);
  return {
    accepted: 6,
    reports: 6,
    cases: 6,
    started: 6,
    workflows: 6,
    imports: 5,
    messages: { kept: 12, sent: 3, suppressed: 1 },
    breachMessages: 4,
    breaches: 4,
    recorded,
    joined: new Set(),
    openingLags: [1, 2, 3, 40],
  };
}
const run = (change: (seen: Observed) => void = () => {}) => {
  const seen = perfect();
  change(seen);
  return reconcile(storiesOf(rows, timeline), timeline, seen);
};

test('a run that went as it should has no problems', () => {
  const result = run();
  expect(result.problems).toEqual([]);
  expect(result).toMatchObject({
    rows: 6,
    repaired: 4,
    stillOpen: 2,
    escalated: 3,
    cityOverdue: 2,
    verdicts: { agreed: 4, undecidable: 0, disagreed: 0, none: 2 },
    lag: { closing: { worst: 100 }, opening: { p50: 2, worst: 40 }, worstClosingInFileMinutes: 6 },
  });
});

const change = (id: string, over: Partial<Recorded>) => (seen: Observed) => {
  seen.recorded.set(id, { ...(seen.recorded.get(id) as Recorded), ...over });
};

test.each<[string, (seen: Observed) => void, RegExp]>([
  ['a lost report', (seen) => Object.assign(seen, { accepted: 5 }), /accepted reports: 5 instead of 6/],
  ['a doubled report', (seen) => Object.assign(seen, { reports: 7 }), /reports in the database: 7/],
  ['two requests in one case', (seen) => Object.assign(seen, { cases: 5 }), /cases in the database: 5/],
  ['a workflow too few', (seen) => Object.assign(seen, { workflows: 5 }), /workflows in Temporal: 5/],
  ['a report never started', (seen) => Object.assign(seen, { started: 5 }), /marked as started: 5/],
  ['an import without trace', (seen) => Object.assign(seen, { imports: 4 }), /imports in the log: 4/],
  ['a message that waits', (seen) => Object.assign(seen.messages, { waiting: 1 }), /messages at their end/],
  ['a breach nobody was told of', (seen) => Object.assign(seen, { breaches: 5 }), /about breaches: 4/],
  ['a breach that did not fire', change('late', { breached: false }), /1 late .* not escalated: late/],
  ['a breach for no reason', change('in-time', { breached: true }), /1 escalated .*: in-time/],
  ['a repair that got lost', change('in-time', { stoppedAt: null }), /1 not repaired .*: in-time/],
  ['a repair too early', change('in-time', { stoppedAt: 11_000 }), /1 repaired before its time/],
  ['another deadline', change('open', { dueAt: 41 * SECOND }), /1 without its imported deadline: open/],
  ['a deadline by policy', change('open', { imported: false }), /1 without its imported deadline: open/],
])('notices %s', (_what, spoil, problem) => {
  expect(run(spoil).problems.join('\n')).toMatch(problem);
});

test('a request that joined an earlier one has no case, deadline or verdict of its own', () => {
  const result = run((seen) => {
    seen.joined.add('no-mark');
    seen.recorded.delete('no-mark');
    Object.assign(seen, { cases: 5, imports: 4, breaches: 3, breachMessages: 3 });
  });
  expect(result.problems).toEqual([]);
  expect(result).toMatchObject({ rows: 6, joined: 1, cases: 5, repaired: 3 });
});

test('a verdict other than the city’s is a problem', () => {
  const result = run(change('in-time', { dueAt: 12_010, breached: true }));
  expect(result.verdicts.disagreed).toBe(1);
  expect(result.problems.join('\n')).toMatch(/judged otherwise than by the city: in-time/);
});

test('what lies closer to its deadline than the run was late is counted and not judged', () => {
  const result = run((seen) => {
    // Closed twelve hours before its target, and repaired thirteen hours late.
    change('in-time', { stoppedAt: 25_000, breached: true })(seen);
  });
  expect(result.verdicts).toEqual({ agreed: 3, undecidable: 1, disagreed: 0, none: 2 });
  expect(result.problems).toEqual([]);
});
