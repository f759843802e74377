import { day, event, monday } from '../diagnosis/testing';
import { modelOf, waitOf } from './model';

/** The local midnight two weeks after that Monday. */
const begin = monday - 8 * 3_600_000 + 14 * day;
const of = (caseId: string) => ({ caseId });

test('what happens later is not known, and what is repaired keeps its deadline', () => {
  const events = [
    event('opened', 24, { ...of('a'), amount: 400, reason: 'hole' }),
    event('repaired', 48, of('a')),
    event('opened', 300, { ...of('b'), amount: 100, reason: 'hole' }),
    event('repaired', 400, of('b')),
    event('opened', 350, of('c')),
  ];
  const model = modelOf(events, begin, 14);
  // Monday at eight is 328 hours before that midnight.
  expect(model.keptDeadlines).toEqual([24 + 400 - 328]);
  expect(model.backlog).toEqual([
    { at: -28, category: 'hole', dueAt: 72, work: 1, ready: false, outside: false },
  ]);
  expect(model.crews).toBeNull();
  expect(model.days.flat(2)).toHaveLength(2);
  expect(modelOf(events.slice(0, 3), begin, 14)).toEqual(model);
});

test('what turns out to be nothing to repair is no work to come', () => {
  const events = [
    event('opened', 25, of('a')),
    event('ended', 30, { ...of('a'), reason: 'duplicate' }),
    event('opened', 26, of('b')),
    event('repaired', 50, of('b')),
    event('ended', 60, { ...of('b'), reason: 'repaired' }),
  ];
  expect(
    modelOf(events, begin, 14)
      .days.flat(2)
      .map(({ at }) => at),
  ).toEqual([10]);
});

test('a day speaks for its weekday', () => {
  const model = modelOf([event('opened', 25, of('a')), event('opened', 25 + 7 * 24, of('b'))], begin, 14);
  // The simulation begins on a Monday: both came on a Tuesday at nine.
  expect(model.days.map((days) => days.map(({ length }) => length))).toEqual(
    [0, 1, 2, 3, 4, 5, 6].map((weekday) => (weekday === 1 ? [1, 1] : [0, 0])),
  );
  expect(model.days[1]!.flat().map(({ at }) => at)).toEqual([9, 9]);
});

test('only the wait before the crew is the case’s own where crews are known', () => {
  const events = [
    event('staffed', 0, { caseId: '', unit: 'crew:1', amount: 8 }),
    event('staffed', 7 * 24, { caseId: '', unit: 'crew:1', amount: 6 }),
    ...[event('opened', 1, of('a')), event('verified', 3, of('a')), event('accepted', 4, of('a'))],
    ...[event('assigned', 11, { ...of('a'), amount: 2 }), event('started', 200, of('a'))],
    event('repaired', 203, { ...of('a'), unit: 'crew:1', amount: 3 }),
    ...[event('opened', 5, of('b')), event('assigned', 9, { ...of('b'), amount: 2 })],
  ];
  const model = modelOf(events, begin, 14);
  expect(model.crews![0]).toEqual({ count: 1, hours: 7 });
  expect(model.waits.get('')).toEqual({ hours: [4, 10], share: [0.5, 0] });
  expect(model.backlog).toMatchObject([{ work: 2, ready: true }]);
});

test('what a supplier has takes as long as suppliers take, and its wait is no other case’s', () => {
  const events = [
    event('staffed', 0, { caseId: '', unit: 'crew:1', amount: 8 }),
    ...[event('opened', 1, of('a')), event('assigned', 11, { ...of('a'), unit: 'supplier:1' })],
    event('repaired', 101, { ...of('a'), unit: 'supplier:1' }),
    ...[event('opened', 5, of('b')), event('assigned', 9, { ...of('b'), unit: 'supplier:1' })],
    event('opened', 6, of('c')),
  ];
  const model = modelOf(events, begin, 14);
  expect(model.backlog.map(({ outside, ready }) => [outside, ready])).toEqual([
    [true, false],
    [false, false],
  ]);
  expect(waitOf(model, model.backlog[0]!).hours).toEqual([100]);
  expect(waitOf(model, model.backlog[1]!).hours).toEqual([]);
});
