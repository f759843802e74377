import { day, event, monday } from '../../domain/diagnosis/testing';
import { whatIf } from '../../domain/whatif/answer';
import { today } from '../../domain/whatif/simulate';
import { type WhatIfTask, whatIfInThread } from './what-if-thread';

const cases = Array.from({ length: 400 }, (_none, index) => ({ caseId: `c${index}`, at: index * 3 }));
const events = cases.flatMap(({ caseId, at }) => [
  event('opened', at, { caseId, amount: 72 }),
  event('repaired', at + 40 + (at % 60), { caseId }),
]);
const period = { begin: monday - 8 * 3_600_000 + 50 * day, days: 50 };
const task: WhatIfTask = { events, period, question: { ...today, hours: null }, seed: 3 };

test('the thread answers what the function answers', async () => {
  const answer = await whatIfInThread(task);
  expect(answer.verdict).toBe('enough');
  expect(answer).toEqual(whatIf(events, period, task.question, 3));
}, 30_000);

test('nobody who has gone is answered', async () => {
  const gone = new Error('gone');
  const leaving = new AbortController();
  setTimeout(() => leaving.abort(gone), 20);
  await expect(whatIfInThread(task, leaving.signal)).rejects.toBe(gone);
});
