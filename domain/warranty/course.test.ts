import { factNames } from '../case/facts';
import { claimStates } from './claim';
import { endedByItself, isOpenClaim, moveOf } from './course';

test('a claim follows its offer, and what is settled stays so', () => {
  const all = claimStates.flatMap((state) =>
    factNames.flatMap((fact) => {
      const move = moveOf(fact, state);
      return move ? [`${state} ${fact} ${move.to}`] : [];
    }),
  );
  expect(all).toEqual([
    'proposed handover-offered sent',
    'sent handover-taken accepted',
    'sent handover-refused refused',
    'sent handover-unanswered proposed',
    'sent handover-withdrawn proposed',
  ]);
  expect(claimStates.filter(isOpenClaim)).toEqual(['proposed', 'sent']);
});

test('only what no person ended may come back', () => {
  const back = (endedBy: string | null) => claimStates.filter((state) => endedByItself({ state, endedBy }));
  expect([back(null), back('somebody')]).toEqual([['withdrawn'], []]);
});
