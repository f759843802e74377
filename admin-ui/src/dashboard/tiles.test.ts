import { expect, test } from 'vitest';
import { dashboardTiles } from './tiles';

const counts = { byStatus: { verifying: 2, working: 1 }, late: 0, emergencies: 3, reopenAsked: 1, bursts: 0 };
const labels = (
  actions: string[],
  totals = {
    escalations: null as number | null,
    asked: null as number | null,
    appeals: null as number | null,
    failed: null as number | null,
  },
) => dashboardTiles(actions, counts, totals).map(({ label }) => label.split('.').pop());

test('a technician starts from the field work, an auditor from what alarms', () => {
  expect(labels(['command.start', 'command.mark-repaired', 'command.qualify'])).toEqual([
    'late',
    'emergencies',
    'assigned',
    'working',
    'repaired',
    'open',
  ]);
  expect(labels([], { escalations: 4, asked: 0, appeals: 0, failed: 0 })).toEqual([
    'late',
    'emergencies',
    'escalations',
    'open',
    'failed',
  ]);
});

test('only what is there alarms', () => {
  const alarms = dashboardTiles(['command.decide-reopen'], counts, {
    escalations: 0,
    asked: 0,
    appeals: 0,
    failed: 2,
  })
    .filter(({ alarm }) => alarm)
    .map(({ count }) => count);
  expect(alarms).toEqual([3, 1, 2]);
});

test('a burst is shown to who may say that it is real, while there is one', () => {
  const shown = (bursts: number) =>
    dashboardTiles(
      ['burst.confirm'],
      { ...counts, bursts },
      { escalations: null, asked: null, appeals: null, failed: null },
    ).some(({ label, alarm }) => label === 'casePage.tabs.bursts' && alarm);
  expect([shown(0), shown(2)]).toEqual([false, true]);
});

test('a tile opens the inbox with its own filter', () => {
  const late = dashboardTiles([], counts, { escalations: null, asked: null, appeals: null, failed: null })[0];
  expect(decodeURIComponent(late?.to ?? '')).toBe('/cases?filter={"late":true}');
});

test('what others asked this department is shown while there is anything', () => {
  const shown = (asked: number) =>
    dashboardTiles([], counts, { escalations: null, asked, appeals: null, failed: null }).find(
      ({ label }) => label === 'app.dashboard.asked',
    );
  expect(shown(0)).toBeUndefined();
  expect(shown(3)).toMatchObject({ count: 3, alarm: true, to: expect.stringContaining('askedOfUs') });
});

test('so are appeals that wait for an answer', () => {
  const shown = (appeals: number | null) =>
    dashboardTiles([], counts, { escalations: null, asked: null, appeals, failed: null }).find(
      ({ label }) => label === 'app.dashboard.appeals',
    );
  expect([shown(0), shown(null)]).toEqual([undefined, undefined]);
  expect(shown(2)).toMatchObject({ count: 2, alarm: true, to: expect.stringContaining('/appeals') });
});
