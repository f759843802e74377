import { diagnose } from '../../domain/diagnosis/diagnose';
import { day, event, monday } from '../../domain/diagnosis/testing';
import { diagnoseInThread } from './diagnosis-thread';

const cases = Array.from({ length: 60 }, (_none, index) => ({ caseId: `c${index}`, at: index * 12 }));
const events = cases.flatMap(({ caseId, at }) => [
  event('opened', at, { caseId, amount: 72 }),
  event('repaired', at + 40 + (at % 60), { caseId, amount: 2 }),
]);

test('the thread says what the function says', async () => {
  const period = { from: monday, to: monday + 40 * day };
  expect(await diagnoseInThread(events, period)).toEqual(diagnose(events, period));
}, 30_000);
