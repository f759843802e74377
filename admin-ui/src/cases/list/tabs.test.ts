import { expect, test } from 'vitest';
import { openStatuses } from '../../vocabulary';
import { type CaseCounts, countOf, tabOf, tabs, withoutTab, withTab } from './tabs';

const counts: CaseCounts = {
  byStatus: { verifying: 2, working: 3, closed: 10, rejected: 1, answered: 4 },
  late: 5,
  emergencies: 1,
  reopenAsked: 0,
  bursts: 2,
};

test('every open status has its tab', () => {
  expect(tabs.map(({ name }) => name)).toEqual(expect.arrayContaining([...openStatuses]));
});

test('a tab is recognised by its filter, whatever else is asked for', () => {
  for (const { name, filter } of tabs) expect(tabOf({ ...filter, q: 'roma', departmentId: 'd' })).toBe(name);
  expect(tabOf({ status: ['verifying', 'working'] })).toBeNull();
});

test('changing the tab keeps search and department and drops the other tab', () => {
  const before = { open: true, emergency: ['injured', 'imminent'], q: 'roma', departmentId: 'd' };
  expect(withTab(before, 'working')).toEqual({ q: 'roma', departmentId: 'd', status: ['working'] });
  expect(withoutTab(before)).toEqual({ q: 'roma', departmentId: 'd' });
});

test('counts are of what else was asked for, on every tab', () => {
  const asked = {
    q: 'roma',
    departmentId: 'd',
    categoryId: 'c',
    kind: 'question',
    danger: 4,
    stage: 'breach',
  };
  for (const { filter } of tabs) expect(withoutTab({ ...asked, ...filter })).toEqual(asked);
});

test('counts: open and ended are sums, the rest stands as it is', () => {
  expect(countOf(counts, 'open')).toBe(5);
  expect(countOf(counts, 'over')).toBe(15);
  expect(countOf(counts, 'late')).toBe(5);
  expect(countOf(counts, 'working')).toBe(3);
  expect(countOf(counts, 'assigned')).toBe(0);
});
