import { problemsOf } from './reconcile';
import { stormReports } from './reports';

const perfect = {
  ...{ accepted: 8, memberships: 8, workflows: 8, membersOfCases: 8, cases: 7 },
  ...{ outcomeMessages: 2, outcomeRecipients: 2 },
};

test('a storm that lost nobody and told nobody twice has no problems', () => {
  expect(problemsOf(perfect, 8)).toEqual([]);
});

test.each([
  [{ accepted: 7 }, 'accepted: 7 instead of 8'],
  [{ memberships: 9 }, 'memberships: 9 instead of 8'],
  [{ workflows: 7 }, 'workflows: 7 instead of 8'],
  [{ membersOfCases: 6 }, 'membersOfCases: 6 instead of 8'],
  [{ outcomeMessages: 3 }, '1 people were told twice'],
])('%p is said', (change, problem) => {
  expect(problemsOf({ ...perfect, ...change }, 8)).toEqual([problem]);
});

test('a quarter of the storm is the flood, all within a few metres', () => {
  const reports = stormReports(2000, 500, ['pothole']) as { text: string; latitude: number }[];
  const flood = reports.filter(({ text }) => text.startsWith('Allagamento'));
  expect([reports.length, flood.length]).toEqual([2000, 500]);
  const spread = flood.map(({ latitude }) => latitude);
  expect(Math.max(...spread) - Math.min(...spread)).toBeLessThan(0.0002);
});
