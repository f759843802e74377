import { DateTime } from 'luxon';
import { officeCalendar } from '../../../domain/sla/defaults';
import type { CalendarRules, Target } from '../../../domain/sla/policy';
import { Stage } from '../../testing/stage';
import { policyChangedSignal } from '../messages';

/** Open 8:00–13:00, on Tuesday and Thursday also 14:30–17:30; the saint's day is the one after 8 December. */
const office = officeCalendar('12-09');
const nights: CalendarRules = {
  ...office,
  holidays: null,
  opening: { 6: [['20:00', '24:00']], 7: [['00:00', '08:00']] },
};

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());
beforeEach(() => {
  Object.assign(stage.world, { rules: office, speed: 1, maxPauseMinutes: 30 * 24 * 60 });
});

const zone = 'Europe/Rome';
const week = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const days = [...week, ...week.map((day) => `next ${day}`)];
const isCalm = (day: DateTime) => day.month === 6 && day.day > 9;
const iso = (instant: DateTime) => instant.toISO({ suppressMilliseconds: true, suppressSeconds: true })!;
const text = (instant: number) => iso(DateTime.fromMillis(instant, { zone }));

/** Two weeks to come, the second of which begins on such a Monday: their days and times of Rome as instants. */
async function weeks(suits: (nextMonday: DateTime) => boolean) {
  let monday = DateTime.fromMillis(await stage.now(), { zone })
    .startOf('week')
    .plus({ weeks: 2 });
  while (!suits(monday)) monday = monday.plus({ weeks: 1 });
  const first = monday.minus({ weeks: 1 });
  return (at: string) => {
    const day = first.plus({ days: days.indexOf(at.slice(0, -6)) });
    return iso(day.set({ hour: Number(at.slice(-5, -3)), minute: Number(at.slice(-2)) }));
  };
}

const reach = (instant: string) => stage.reach(Date.parse(instant));

/** In working hours. */
const repairIn = (hours: number, remindBefore: number, grace: number): { repair: Target } => ({
  repair: { minutes: hours * 60, mode: 'working', remindBefore: remindBefore * 60, grace: grace * 60 },
});

async function opened(instant: string): Promise<string> {
  await reach(instant);
  return (await stage.report({ openedAt: Date.parse(instant) })).caseId;
}

const planned = (caseId: string) => {
  const { remindAt, dueAt, escalateAt } = stage.clock(caseId, 'repair').plan!;
  return [text(remindAt!), text(dueAt), text(escalateAt!)];
};

/** What the case told, by whose fault, and in which minute. */
const told = (caseId: string) =>
  stage
    .facts(caseId, 'reminder', 'breach', 'management')
    .map(({ name, at, data }) => [name, data?.cause, text(at - (at % 60_000))]);

const inTime = (...[reminder, breach, management]: string[]) => [
  ['reminder', 'time', reminder],
  ['breach', 'time', breach],
  ['management', 'time', management],
];

test('nights, lunch, a weekend, a public holiday and the saint’s day are no working time', async () => {
  const at = await weeks((day) => day.month === 12 && day.day === 8);
  stage.world.policy = repairIn(9, 6, 8);
  const caseId = await opened(at('Thu 16:30'));
  const stages = [at('Fri 10:00'), at('next Wed 11:00'), at('next Thu 15:30')];
  expect(planned(caseId)).toEqual(stages);
  await reach(stages[2]!);
  await stage.untilFact(caseId, 'management');
  expect(told(caseId)).toEqual(inTime(...stages));
});

test.each([
  ['forward', 60, 'Sun 07:00', 'next Sat 22:00'],
  ['back', -60, 'Sun 05:00', 'Sun 08:00'],
])(
  'the clocks go %s: the office keeps its hours, the night shift has another length',
  async (_way, change, breach, management) => {
    const at = await weeks((day) => day.offset - day.minus({ days: 2 }).offset === change);

    stage.world.rules = { ...office, holidays: null };
    stage.world.policy = repairIn(9, 6, 8);
    const byDay = await opened(at('Thu 16:30'));
    const dayStages = [at('Fri 10:00'), at('next Mon 11:00'), at('next Tue 15:30')];
    expect(planned(byDay)).toEqual(dayStages);

    stage.world.rules = nights;
    stage.world.policy = repairIn(10, 7, 3);
    const byNight = await opened(at('Sat 20:00'));
    const nightStages = [at('Sat 23:00'), at(breach), at(management)];
    expect(planned(byNight)).toEqual(nightStages);

    await reach(at('next Sat 22:00'));
    await stage.untilFact(byDay, 'management');
    await stage.untilFact(byNight, 'management');
    expect(told(byDay)).toEqual(inTime(...dayStages));
    expect(told(byNight)).toEqual(inTime(...nightStages));
  },
);

/** In work from Thursday 8:00, and paused after its eight hours. */
async function pausedOnThursday(at: (time: string) => string): Promise<string> {
  const caseId = await opened(at('Thu 08:00'));
  await stage.work(caseId);
  await reach(at('Thu 18:00'));
  await stage.command(caseId, 'pause', { pauseId: 'p', reason: 'supplier' });
  return caseId;
}

test.each([
  ['that is ended', 30, 'resumed'],
  ['that comes to its maximum', 4, 'pause-expired'],
] as const)('a pause over the weekend %s takes out its working hours only', async (_what, maximum, end) => {
  const at = await weeks(isCalm);
  stage.world.policy = repairIn(15, 3, 2);
  stage.world.maxPauseMinutes = maximum * 24 * 60;
  const caseId = await pausedOnThursday(at);
  expect(planned(caseId)[1]).toBe(at('next Mon 10:00'));
  await reach(at('next Mon 18:30'));
  if (end === 'resumed') await stage.command(caseId, 'resume', { pauseId: 'p' });
  await stage.untilFact(caseId, end);
  await reach(at('next Wed 09:00'));
  await stage.untilFact(caseId, 'management');
  expect(stage.clock(caseId, 'repair').pauses).toHaveLength(1);
  expect(stage.facts(caseId, 'resumed', 'pause-expired').map(({ name }) => name)).toEqual([end]);
  const stages = [at('next Tue 12:00'), at('next Tue 16:30'), at('next Wed 09:00')];
  expect(planned(caseId)).toEqual(stages);
  expect(told(caseId)).toEqual(inTime(...stages));
});

test.each([
  ['shorter', 12, 'time', 'next Tue 12:00', 'next Wed 09:00'],
  ['longer', 18, 'time', 'next Wed 10:00', 'next Thu 10:00'],
  ['past already', 7, 'policy-change', 'Fri 18:00', 'next Tue 12:00'],
] as const)(
  'a policy that changes during a pause (%s) is followed, and repeats nothing',
  async (_way, hours, cause, breach, management) => {
    const at = await weeks(isCalm);
    stage.world.policy = repairIn(15, 9, 5);
    const caseId = await pausedOnThursday(at);
    await reach(at('Fri 18:00'));
    stage.world.policy = repairIn(hours, 2, 5);
    await stage.handle(caseId).signal(policyChangedSignal);
    await stage.untilFact(caseId, 'replanned');
    await reach(at('next Mon 18:00'));
    await stage.command(caseId, 'resume', { pauseId: 'p' });
    await reach(at(management));
    await stage.untilFact(caseId, 'management');
    expect(told(caseId)).toEqual([
      ['reminder', 'time', at('Thu 15:30')],
      ['breach', cause, at(breach)],
      ['management', cause, at(management)],
    ]);
  },
);

test('a policy that allows shorter pauses ends one that lasts, and what is late by that is its doing', async () => {
  const at = await weeks(isCalm);
  stage.world.policy = repairIn(12, 6, 5);
  const caseId = await pausedOnThursday(at);
  await reach(at('Fri 18:00'));
  stage.world.maxPauseMinutes = 12 * 60;
  await stage.handle(caseId).signal(policyChangedSignal);
  await stage.untilFact(caseId, 'pause-expired');
  await reach(at('next Mon 12:00'));
  await stage.untilFact(caseId, 'management');
  expect(told(caseId)).toEqual([
    ['reminder', 'time', at('Thu 15:30')],
    ['breach', 'policy-change', at('Fri 18:00')],
    ['management', 'policy-change', at('next Mon 12:00')],
  ]);
});

test('at speed 30 nights and holidays pass thirty times faster, too', async () => {
  const at = await weeks((day) => day.month === 12 && day.day === 8);
  stage.world.speed = 30;
  stage.world.policy = repairIn(9, 6, 8);
  const start = Date.parse(at('Thu 16:30'));
  const caseId = await opened(at('Thu 16:30'));
  const stages = [at('Fri 10:00'), at('next Wed 11:00'), at('next Thu 15:30')].map((slow) =>
    text(start + (Date.parse(slow) - start) / 30),
  );
  expect(planned(caseId)).toEqual(stages);
  await reach(stages[2]!);
  await stage.untilFact(caseId, 'management');
  expect(told(caseId)).toEqual(inTime(...stages));
});

test('an imported deadline is the only one, at its own hour: calendar, policy and pauses leave it', async () => {
  const at = await weeks(isCalm);
  const { repair } = repairIn(9, 6, 8);
  stage.world.policy = { verification: repair, acceptance: repair, assignment: repair, repair };
  const caseId = await opened(at('Thu 08:00'));
  await stage.command(caseId, 'import-deadline', { dueAt: Date.parse(at('Sun 11:30')) });
  await reach(at('Fri 17:00'));
  await stage.work(caseId);
  await stage.command(caseId, 'pause', { pauseId: 'p', reason: 'supplier' });
  stage.world.policy.repair = { ...repair, minutes: 60 };
  await stage.handle(caseId).signal(policyChangedSignal);
  await reach(at('next Mon 18:00'));
  await stage.command(caseId, 'resume', { pauseId: 'p' });
  await reach(at('next Thu 18:00'));
  expect(told(caseId)).toEqual([['breach', 'time', at('Sun 11:30')]]);
  const clocks = stage.state(caseId).clocks.map(({ kind, status }) => [kind, status]);
  expect(clocks).toEqual([
    ['verification', 'off'],
    ['repair', 'running'],
    ['acceptance', 'off'],
    ['assignment', 'off'],
  ]);
});
