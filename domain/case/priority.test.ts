import fc from 'fast-check';
import { dangers, emergencies, stages } from '../vocabulary';
import { type PriorityInput, priorityOf } from './priority';

const input: PriorityInput = { danger: 2, emergency: 'none', members: 1, stage: null };
const any = fc.record<PriorityInput>({
  danger: fc.constantFrom(...dangers),
  emergency: fc.constantFrom(...emergencies),
  members: fc.nat(100_000),
  stage: fc.constantFrom(null, ...stages),
});

describe('priorityOf', () => {
  it.each([
    [input, 25],
    [{ ...input, danger: 4 as const }, 65],
    [{ ...input, stage: 'breach' as const }, 37],
    [{ ...input, members: 16 }, 37],
    [{ ...input, emergency: 'imminent' as const, danger: 1 as const }, 100],
    [{ danger: 4, emergency: 'none', members: 9999, stage: 'management' } as PriorityInput, 99],
  ])('weighs %j as %d', (of, expected) => {
    expect(priorityOf(of)).toBe(expected);
  });

  it('puts every emergency first and stays within 0 and 100', () => {
    fc.assert(
      fc.property(any, (of) => {
        const priority = priorityOf(of);
        expect(priority >= 0 && priority <= 100).toBe(true);
        expect(priority === 100).toBe(of.emergency !== 'none');
      }),
    );
  });

  it('never falls when more people ask or the case gets later', () => {
    fc.assert(
      fc.property(any, fc.nat(1000), (of, more) => {
        expect(priorityOf({ ...of, members: of.members + more })).toBeGreaterThanOrEqual(priorityOf(of));
        expect(priorityOf({ ...of, stage: 'management' })).toBeGreaterThanOrEqual(priorityOf(of));
      }),
    );
  });
});
