import { expect, test } from 'vitest';
import { caseStatuses, commandNames } from '../../vocabulary';
import { nextSteps } from './next';

const row = { kind: 'problem', reopenAsked: false, safety: 'none', paused: false } as const;

test.each([
  ['verifying', ['reject', 'verify', 'reroute'], ['verify']],
  ['assigning', ['assign', 'pause'], ['assign']],
  ['working', ['pause', 'mark-repaired'], ['mark-repaired']],
  ['closed', [], []],
] as const)('%s with %j: first %j', (status, allowed, primary) => {
  expect(nextSteps({ ...row, status }, allowed).primary).toEqual(primary);
});

test.each(['question', 'praise', 'proposal'] as const)('%s is answered, from the beginning', (kind) => {
  const fresh = nextSteps({ ...row, kind, status: 'verifying' }, ['verify', 'answer', 'reject']);
  expect(fresh).toEqual({ primary: ['answer'], others: ['verify', 'reject'] });
  const steps = nextSteps({ ...row, kind, status: 'accepting' }, ['answer', 'reject']);
  expect(steps).toEqual({ primary: ['answer'], others: ['reject'] });
});

test('what cannot wait comes first', () => {
  const steps = nextSteps({ ...row, status: 'working', safety: 'ordered' }, ['mark-repaired', 'made-safe']);
  expect(steps.primary).toEqual(['made-safe', 'mark-repaired']);
  const reopened = nextSteps({ ...row, status: 'closed', reopenAsked: true }, ['decide-reopen']);
  expect(reopened.primary).toEqual(['decide-reopen']);
});

test('every allowed command is offered exactly once, and no other', () => {
  for (const status of caseStatuses) {
    const { primary, others } = nextSteps({ ...row, status, paused: true }, commandNames);
    expect([...primary, ...others].sort()).toEqual([...commandNames].sort());
    expect(nextSteps({ ...row, status, paused: true }, [])).toEqual({ primary: [], others: [] });
  }
});

test('who waits for an answer alone does not resume as the usual next step', () => {
  const pause = (id: string) => ({ id, reason: 'citizen', endsAt: null });
  const steps = (pauses: string[]) =>
    nextSteps(
      {
        ...{ ...row, status: 'working', paused: true },
        state: { pauses: pauses.map(pause), questions: [{ id: 'q' }] } as never,
      },
      ['resume', 'mark-repaired'],
    ).primary;
  expect(steps(['q'])).toEqual(['mark-repaired']);
  expect(steps(['q', 'p'])).toEqual(['resume', 'mark-repaired']);
});
