import type { FactName } from '../case/facts';
import type { CaseStatus } from '../vocabulary';
import { statusFits } from './status';

test.each<[FactName[], CaseStatus, boolean]>([
  [['opened'], 'verifying', true],
  [['opened', 'verified'], 'verifying', false],
  [['opened', 'verified', 'breach', 'make-safe-ordered'], 'accepting', true],
  [['opened', 'rerouted'], 'verifying', true],
  [['opened', 'verified', 'rerouted'], 'accepting', true],
  [['opened', 'qualified', 'rating-asked', 'closed', 'reopen-asked'], 'closed', true],
  [['opened', 'closed', 'reopened'], 'closed', false],
  [['opened', 'closed', 'reopened'], 'assigning', true],
  [['opened', 'assigned', 'unassigned'], 'assigning', true],
  [['opened', 'assigned', 'started', 'unassigned'], 'working', false],
  [[], 'assigned', true],
])('%j fits %s: %s', (facts, status, expected) => {
  expect(statusFits(facts, status)).toBe(expected);
});
