import { expect, test } from 'vitest';
import { toSee } from './toSee';

test.each([
  [['acknowledge.breach'], { seen: false, stage: 'breach' }],
  [['acknowledge.reminder', 'acknowledge.breach', 'acknowledge.management'], { seen: false }],
  // Who only reads sees what is open for anybody.
  [['escalation.read'], { seen: false }],
])('who may %j has to see %j', (actions, filter) => {
  expect(toSee(actions)).toEqual(filter);
});
