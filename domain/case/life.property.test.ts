import fc from 'fast-check';
import { clocksToPlan } from '../sla/planning';
import { aState, hour, start } from '../sla/testing';
import { type Command, type CommandName, commandNames } from './commands';
import { decide } from './decide';
import { decideEvent, open } from './events';
import type { Decision } from './next';
import { type CaseState, isForwarding, isOver } from './state';
import { commands } from './testing';
import { allowedCommands, check } from './transitions';

type Step = (state: CaseState, now: number) => Decision | null;

const sideways: CommandName[] = ['reject', 'merge', 'reroute', 'make-safe', 'import-deadline'];

/** Any command at all, and often one of those allowed that carry the case on, so that whole lives are walked. */
const command = fc
  .record({
    name: fc.constantFrom(...commandNames),
    pick: fc.nat(),
    any: fc.integer({ min: 0, max: 9 }),
    flag: fc.boolean(),
    id: fc.constantFrom('a', 'b'),
  })
  .map(
    ({ name, pick, any, flag, id }): Step =>
      (state, now) => {
        const onward = allowedCommands(state).filter(
          (one) => !sideways.includes(one) && (one !== 'close' || state.status === 'rating'),
        );
        const given = withDetails(any === 0 ? name : (onward[pick % onward.length] ?? name), flag, id);
        return check(state, given) === null ? decide(state, given, now) : null;
      },
  );

function withDetails(name: CommandName, flag: boolean, id: string): Command {
  const given = commands[name];
  if (given.name === 'qualify') return { ...given, real: flag };
  if (given.name === 'close') return { ...given, outcome: flag ? 'repaired' : 'not-fixed' };
  if (given.name === 'decide-reopen') return { ...given, reopen: flag };
  if (given.name === 'ask' || given.name === 'withdraw-question') return { ...given, questionId: id };
  if (given.name === 'answer-handover')
    return flag ? given : { ...given, taken: false, reason: 'no-capacity' };
  if (given.name === 'pause' || given.name === 'resume') return { ...given, pauseId: id };
  return given;
}

const event = fc.oneof(
  fc.constantFrom('rating', 'words', 'not-fixed').map(
    (kind): Step =>
      (state, now) =>
        decideEvent(state, { name: 'act', actId: 'a', reportId: 'r', kind: kind as 'rating' }, now),
  ),
  fc.record({ more: fc.integer({ min: 0, max: 2 }), alarmed: fc.boolean() }).map(
    ({ more, alarmed }): Step =>
      (state, now) => {
        const members = state.members + more;
        const alarms = state.alarms + (alarmed && more > 0 ? 1 : 0);
        const emergency = alarms > 0 ? 'imminent' : 'none';
        return decideEvent(state, { name: 'members', members, alarms, emergency, danger: 2 }, now);
      },
  ),
  fc.boolean().map<Step>((goesWell) => (state, now) => {
    const refused = { name: 'merge-refused', code: 'case-closed' } as const;
    return decideEvent(
      state,
      goesWell && !isForwarding(state) ? { name: 'merged', intoCaseId: 'other' } : refused,
      now,
    );
  }),
  fc.constant<Step>((state, now) =>
    decideEvent(state, { name: 'absorbed', caseId: 'x', mergeId: 'm', repairDueAt: null }, now),
  ),
  fc.constant<Step>((state, now) =>
    decideEvent(state, { name: 'unabsorbed', caseId: 'x', unmergeId: 'u' }, now),
  ),
  fc.boolean().map<Step>((goesWell) => (state, now) => {
    const refused = { name: 'parting-refused', code: 'case-closed' } as const;
    return decideEvent(state, goesWell ? { name: 'parted', caseId: 'other', reports: 1 } : refused, now);
  }),
  fc.constant<Step>((state, now) => {
    const [question] = state.questions ?? [];
    const actor = { kind: 'supplier', id: 's' } as const;
    return question
      ? decideEvent(state, { name: 'answered', questionId: question.id, messageId: 'm', actor }, now)
      : null;
  }),
  fc.constant<Step>((state, now) => {
    const [part] = state.parts ?? [];
    return part
      ? decideEvent(state, { name: 'part-ended', caseId: part.caseId, outcome: 'repaired' }, now)
      : null;
  }),
  fc.constant<Step>((state, now) => decideEvent(state, { name: 'time' }, now)),
  fc.constant<Step>((state, now) => {
    const asked = clocksToPlan(state.clocks);
    const plans = asked.map(({ startedAt }) => ({
      remindAt: startedAt + hour,
      dueAt: startedAt + 2 * hour,
      escalateAt: startedAt + 3 * hour,
    }));
    return decideEvent(state, { name: 'planned', asked, plans, replanned: false }, now);
  }),
);

const steps = fc.array(
  fc.tuple(fc.oneof({ weight: 3, arbitrary: command }, event), fc.integer({ min: 0, max: hour })),
  { minLength: 20, maxLength: 60 },
);

function walk(life: [Step, number][], visit: (before: CaseState, after: Decision) => void): void {
  let now = start;
  let { state } = open({ ...aState(), openedAt: start }, now);
  for (const [step, pause] of life) {
    now += pause;
    const decision = step(state, now);
    if (!decision) continue;
    visit(state, decision);
    state = decision.state;
  }
}

const holds = (visit: (before: CaseState, after: Decision) => void) =>
  fc.assert(
    fc.property(steps, (life) => walk(life, visit)),
    { numRuns: 200 },
  );

test('the version grows by one with every decision', () => {
  holds((before, { state }) => expect(state.version).toBe(before.version + 1));
});

test('what is over stays over, except by reopening, which begins a cycle, and by undoing a merge', () => {
  holds((before, { state, facts }) => {
    const reopened = facts.some(({ name }) => name === 'reopened');
    expect(state.cycle).toBe(before.cycle + (reopened ? 1 : 0));
    const undone = before.outcome === 'merged' && facts.some(({ name }) => name === 'unmerged');
    if (isOver(before) && !reopened && !undone) expect(state.status).toBe(before.status);
  });
});

test('an outcome goes with an end and with nothing else', () => {
  holds((_, { state }) => expect(state.outcome !== null).toBe(isOver(state)));
});

test('of each kind at most one clock counts, and none of them in what is over', () => {
  holds((_, { state }) => {
    const counting = state.clocks.filter((clock) => clock.stoppedAt === null).map(({ kind }) => kind);
    expect(new Set(counting).size).toBe(counting.length);
    if (isOver(state)) expect(counting).toEqual([]);
  });
});

test('there is one repair clock a cycle', () => {
  holds((_, { state }) => {
    const cycles = state.clocks.filter(({ kind }) => kind === 'repair').map(({ cycle }) => cycle);
    expect(new Set(cycles).size).toBe(cycles.length);
  });
});

test('an emergency never pauses', () => {
  holds((_, { state }) => {
    if (state.emergency !== 'none') expect(state.pauses).toEqual([]);
  });
});

test('an open case with an order to cordon off has a clock for it, and no end leaves an order', () => {
  holds((_, { state }) => {
    const clock = state.clocks.some(({ kind, stoppedAt }) => kind === 'make-safe' && stoppedAt === null);
    expect(clock).toBe(state.safety === 'ordered');
  });
});

test('no forward outlives its case without an acknowledgement', () => {
  holds((_, { state }) => {
    if (isOver(state)) expect(state.forward).not.toBe('running');
  });
});

test('an emergency that was heard of is being forwarded, was acknowledged, or was called off', () => {
  holds((_, { state }) => {
    if (state.emergency !== 'none' && !isOver(state) && state.cycle === 1)
      expect(state.forward).not.toBe('none');
  });
});

test('a new alarm in an open case always reaches somebody', () => {
  holds((before, { state }) => {
    if (state.alarms > before.alarms && !isOver(state)) {
      expect(['running', 'acknowledged']).toContain(state.forward);
      expect(state.emergency).not.toBe('none');
    }
  });
});

test('a case that is being merged takes no command, and ends or goes on whole', () => {
  holds((before, { state, facts }) => {
    if (!before.merging || state.merging) return;
    const names = facts.map(({ name }) => name);
    expect(names.includes('merged')).toBe(state.outcome === 'merged');
    expect(names.includes('merge-refused')).toBe(!isOver(state));
  });
});

test('a question pauses while it is open, and nothing is asked or offered in what is over', () => {
  holds((before, { state, facts }) => {
    const open = new Set(state.questions?.map(({ id }) => id));
    for (const { id } of before.questions ?? []) {
      if (open.has(id)) continue;
      expect(state.pauses.some((pause) => pause.id === id)).toBe(false);
      const ends = facts.filter(({ name, data }) => name.startsWith('question-') && data?.questionId === id);
      expect(ends.length).toBeGreaterThan(0);
    }
    if (isOver(state)) expect([...open, state.handover ?? null]).toEqual([null]);
  });
});

test('a case is not repaired before its parts', () => {
  holds((_, { state }) => {
    if (['repaired', 'rating', 'rejected'].includes(state.status)) expect(state.parts ?? []).toEqual([]);
  });
});

test('an offer ends with one answer, and until then nobody else is offered or given the case', () => {
  holds((before, { state, facts }) => {
    if (!before.handover || state.handover?.id === before.handover.id) {
      if (before.handover) expect(state.departmentId).toBe(before.departmentId);
      return;
    }
    const names = facts.map(({ name }) => name).filter((name) => name.startsWith('handover-'));
    expect(names).toHaveLength(1);
  });
});

test('every stage fires once', () => {
  const seen = new Map<CaseState, Set<string>>();
  holds((before, { state, facts }) => {
    const fired = new Set(before.version === 1 ? [] : seen.get(before));
    for (const { stage, clock, cycle, data } of facts) {
      if (!stage) continue;
      const key = `${clock} ${cycle} ${data?.turn} ${stage}`;
      expect(fired.has(key)).toBe(false);
      fired.add(key);
    }
    seen.set(state, fired);
  });
});
