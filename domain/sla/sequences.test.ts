import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import type { CaseState } from '../case/state';
import type { Clock } from './clock';
import { syncClocks } from './clocks';
import { officeCalendar } from './defaults';
import { planClock } from './plan';
import { applyPlans, clocksToPlan, clocksToReplan, importDeadline, mergeDeadline } from './planning';
import { dueStages, markFired, nextWake } from './stages';
import { aPause, aState, hour, start } from './testing';

/** A case as its workflow drives it, for any sequence of what may happen to it. */
class Drill {
  now = start;
  factor = 1;
  state: CaseState = aState();
  asked: Clock[] = [];
  fired: string[] = [];

  private keep(clocks: Clock[]): void {
    this.state = { ...this.state, clocks };
  }
  change(over: Partial<CaseState>): void {
    this.state = { ...this.state, ...over };
    this.keep(syncClocks(this.state, this.now));
  }
  fire(): number {
    const due = dueStages(this.state.clocks, this.now);
    this.keep(markFired(this.state.clocks, due, this.now));
    this.fired.push(...due.map((one) => `${one.kind} ${one.cycle} ${one.turn} ${one.stage}`));
    return due.length;
  }
  ask(replan: boolean): void {
    this.asked = (replan ? clocksToReplan : clocksToPlan)(this.state.clocks);
  }
  answer(): void {
    const minutes = 600 * this.factor;
    const plans = this.asked.map(({ kind, startedAt, pauses }) => {
      const mode = kind === 'repair' ? 'clock' : 'working';
      const target = { minutes, mode, remindBefore: 120, grace: 300 } as const;
      return planClock({ target, rules: officeCalendar('11-10'), startedAt, pauses, speed: 1 });
    });
    const { clocks, fired } = applyPlans(this.state.clocks, this.asked, plans, this.now);
    this.keep(clocks);
    this.fired.push(...fired.map((one) => `${one.kind} ${one.cycle} ${one.turn} ${one.stage}`));
  }
  edit(change: (clocks: Clock[]) => Clock[]): void {
    this.keep(change(this.state.clocks));
  }
}

const hours = fc.integer({ min: 0, max: 60 });
type Step = (drill: Drill) => void;
const step: fc.Arbitrary<Step> = fc.oneof(
  hours.map<Step>((n) => (drill) => {
    drill.now += n * hour;
    drill.fire();
  }),
  hours.map<Step>((n) => (drill) => {
    drill.now += n * hour;
  }),
  fc
    .constantFrom('verifying', 'accepting', 'assigning', 'assigned', 'working', 'repaired', 'rating' as const)
    .map<Step>((status) => (drill) => drill.change({ status, outcome: null })),
  fc
    .constantFrom('repaired', 'merged', 'not-fixed' as const)
    .map<Step>((outcome) => (drill) => drill.change({ status: 'closed', outcome })),
  fc.constant<Step>((drill) =>
    drill.change({ status: 'assigning', outcome: null, cycle: drill.state.cycle + 1 }),
  ),
  fc.constantFrom('roads', 'parks').map<Step>((departmentId) => (drill) => drill.change({ departmentId })),
  fc.constantFrom(2, 4 as const).map<Step>((danger) => (drill) => drill.change({ danger })),
  fc
    .constantFrom('none', 'injured' as const)
    .map<Step>((emergency) => (drill) => drill.change({ emergency })),
  fc.constantFrom(0, 1, 2).map<Step>((n) => (drill) => drill.change({ pauses: Array(n).fill(aPause) })),
  fc.boolean().map<Step>((replan) => (drill) => drill.ask(replan)),
  fc.constant<Step>((drill) => drill.answer()),
  fc.boolean().map<Step>((replan) => (drill) => {
    drill.ask(replan);
    drill.answer();
  }),
  fc.constantFrom(0.1, 1, 10).map<Step>((factor) => (drill) => {
    drill.factor = factor;
  }),
  hours.map<Step>((n) => (drill) => drill.edit((clocks) => importDeadline(clocks, drill.now + n * hour))),
  hours.map<Step>(
    (n) => (drill) => drill.edit((clocks) => mergeDeadline(clocks, drill.now + n * hour, drill.now)),
  ),
);
const drills = fc.array(step, { maxLength: 40 }).map((steps) => () => {
  const drill = new Drill();
  drill.change({});
  return { drill, steps };
});

const nameOf = ({ kind, cycle, turn }: Clock) => `${kind} ${cycle} ${turn}`;

test('whatever happens, a stage fires at most once and nothing fired is forgotten', () => {
  fc.assert(
    fc.property(drills, (begin) => {
      const { drill, steps } = begin();
      for (const happen of steps) happen(drill);
      const remembered = drill.state.clocks.flatMap((clock) =>
        clock.fired.map(({ stage }) => `${nameOf(clock)} ${stage}`),
      );
      expect(new Set(drill.fired).size).toBe(drill.fired.length);
      expect([...remembered].sort()).toEqual([...drill.fired].sort());
    }),
    { numRuns: 500 },
  );
});

test('whatever happens, each clock has its own name and one of a kind is active', () => {
  fc.assert(
    fc.property(drills, (begin) => {
      const { drill, steps } = begin();
      for (const happen of steps) {
        happen(drill);
        const names = drill.state.clocks.map(nameOf);
        const active = drill.state.clocks.filter((clock) => clock.stoppedAt === null).map(({ kind }) => kind);
        expect(new Set(names).size).toBe(names.length);
        expect(new Set(active).size).toBe(active.length);
        expect(syncClocks(drill.state, drill.now + hour)).toEqual(drill.state.clocks);
      }
    }),
    { numRuns: 300 },
  );
});

test('whatever happened, waking when told fires something each time and comes to an end', () => {
  fc.assert(
    fc.property(drills, (begin) => {
      const { drill, steps } = begin();
      for (const happen of steps) happen(drill);
      drill.change({ pauses: [] });
      drill.ask(false);
      drill.answer();
      for (let round = 0; round < 200; round++) {
        const guarded = drill.state.clocks.filter((clock) => clock.kind !== 'rating');
        const wake = nextWake(guarded, drill.state.pauses);
        if (wake === null) return;
        drill.now = Math.max(drill.now, wake);
        expect(drill.fire()).toBeGreaterThan(0);
      }
      throw new Error('does not come to an end');
    }),
    { numRuns: 300 },
  );
});

test('whatever happened, planning again with the same policy changes nothing', () => {
  fc.assert(
    fc.property(drills, (begin) => {
      const { drill, steps } = begin();
      for (const happen of steps) happen(drill);
      drill.ask(true);
      drill.answer();
      const before = drill.state.clocks;
      const count = drill.fired.length;
      drill.ask(true);
      drill.answer();
      expect(drill.state.clocks).toEqual(before);
      expect(drill.fired).toHaveLength(count);
    }),
    { numRuns: 300 },
  );
});

test('what a workflow imports never leads to the calendar', () => {
  const seen = new Set<string>();
  const walk = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const [, name = ''] of readFileSync(`${file}.ts`, 'utf8').matchAll(/from '([^']+)'/g)) {
      expect(name).toMatch(/^\./);
      walk(join(dirname(file), name));
    }
  };
  for (const name of ['clocks', 'stages', 'planning']) walk(join(__dirname, name));
  expect([...seen].filter((file) => /sla\/(calendar|holidays|plan|defaults)$/.test(file))).toEqual([]);
});
