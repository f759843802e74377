import { factNames } from '../case/facts';
import { isBeside } from './beside';

test.each([
  ['commented', '0b6f3a7e-0000-4000-8000-000000000000', true],
  ['escalation-seen', 'seen:1', true],
  ['priority-changed', 'b7c1d0a2-0000-4000-8000-000000000000', true],
  ['burst-confirmed', 'b7c1d0a2-0000-4000-8000-000000000000', true],
  // Whoever wants to hide a decision under another name, or add one under another id.
  ['priority-changed', '3.0', false],
  ['closed', 'b7c1d0a2-0000-4000-8000-000000000000', false],
  ['verified', '2.0', false],
])('%s as %s stands beside the decisions: %s', (name, factId, beside) => {
  expect(isBeside({ name, factId })).toBe(beside);
});

test('nothing that a workflow decides can be taken for something beside it', () => {
  expect(factNames.filter((name) => isBeside({ name, factId: 'x' }))).toEqual([]);
});
