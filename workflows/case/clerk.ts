import { ActivityFailure, condition } from '@temporalio/workflow';
import { isSilenced } from '../../domain/case/next';
import { isForwarding, isOver } from '../../domain/case/state';
import type { Clock, ClockPlan } from '../../domain/sla/clock';
import { policyOf } from '../../domain/sla/clocks';
import { clocksToPlan, clocksToReplan } from '../../domain/sla/planning';
import type { CaseLife } from './life';
import type { Unsaid } from './messages';
import type { CasePorts } from './ports';

/**
 * The one ordered queue between a case and the world: reads new members, asks for plans, projects. It does
 * one thing at a time, and each projection takes the latest state with all facts since the one before.
 */
export class Clerk {
  failure: unknown = null;
  /** Begins nothing any more that nobody waits for: the run is to end, and the next will do it. */
  resting = false;
  /** Commands that wait for their projection. */
  private waiting = 0;
  /** The version that the database has for certain. */
  private projected = -1;
  /** The cycle whose closing the database has. */
  private closedCycle = 0;
  private busy = false;
  /** Members were read since the last projection. */
  private hasRead = false;

  constructor(
    private readonly life: CaseLife,
    private readonly ports: Pick<
      CasePorts,
      | ('recordCase' | 'closeCase' | 'readMembers' | 'planClocks' | 'planPauses')
      | ('mergeCase' | 'partMembers')
    >,
  ) {}

  /** How far the database has the state. */
  knows(version: number): void {
    this.projected = version;
    this.closedCycle = this.life.over && version >= this.life.state.version ? this.life.state.cycle : 0;
  }

  get idle(): boolean {
    return !this.busy && this.todo() === null;
  }

  get rested(): boolean {
    return this.resting && !this.busy;
  }

  /** For the next run. */
  get unsaid(): Unsaid {
    const { facts, unread, replan } = this.life;
    return { projected: this.projected, facts, unread, replan };
  }

  /** Works until the run ends. */
  async serve(): Promise<void> {
    try {
      for (;;) {
        await condition(() => this.todo() !== null && (!this.resting || this.awaited));
        this.busy = true;
        await this.todo()?.();
        this.busy = false;
      }
    } catch (error) {
      this.failure = error;
    }
  }

  /** Waits until the database has this version of the case. */
  async has(version: number): Promise<void> {
    this.waiting += 1;
    await condition(() => this.projected >= version || this.failure !== null);
    this.waiting -= 1;
    if (this.failure !== null) throw this.failure;
  }

  /** A command waits for its projection or for the end of its move. */
  private get awaited(): boolean {
    return this.waiting > 0 || this.life.moving !== null;
  }

  /**
   * The next thing to do. Members come first, but not twice in a row: a storm must not hold up projecting. Those
   * who come while members are moved wait: an emergency among those that move unread is the other case's to hear.
   */
  private todo(): (() => Promise<void>) | null {
    const { life } = this;
    if (!life.loaded) return null;
    const unread = life.unread && !life.moving;
    if (unread && !this.hasRead) return () => this.readMembers();
    if (life.replan || clocksToPlan(life.state.clocks).length > 0) return () => this.planClocks();
    if (life.state.pauses.some((pause) => pause.endsAt === null)) return () => this.planPauses();
    if (life.state.version > this.projected) return () => this.project();
    if (unread) return () => this.readMembers();
    if (life.state.merging) return () => this.merge();
    if (life.state.parting) return () => this.part();
    return null;
  }

  private async readMembers(): Promise<void> {
    const { life } = this;
    this.hasRead = true;
    life.unread = false;
    const summary = await this.ports.readMembers(life.caseId);
    const before = life.state;
    life.happen({ name: 'members', ...summary });
    const alarmed = summary.alarms > before.alarms && before.members > 0;
    if (alarmed && isForwarding(before) && !life.over) life.orderPresent('update');
  }

  private async planClocks(): Promise<void> {
    const { life } = this;
    const replanned = life.replan;
    life.replan = false;
    const { clocks, pauses } = life.state;
    const asked = replanned
      ? clocksToReplan(clocks).filter((clock) => !isSilenced(life.state, clock))
      : clocksToPlan(clocks);
    if (asked.length > 0) {
      const plans = await this.askForPlans(asked);
      life.happen({ name: 'planned', asked, plans, replanned });
    }
    if (replanned && pauses.length > 0) await this.planPauses(true);
  }

  /** A policy or calendar that nothing can be planned by gives no deadline; correcting it plans again. */
  private async askForPlans(asked: Clock[]): Promise<(ClockPlan | null)[]> {
    const clocks = asked.map(({ kind, startedAt, pauses, policy }) => ({ kind, startedAt, pauses, policy }));
    try {
      return await this.ports.planClocks({ clocks });
    } catch (error) {
      if (error instanceof ActivityFailure) return asked.map(() => null);
      throw error;
    }
  }

  private async planPauses(replanned = false): Promise<void> {
    const { life } = this;
    const { pauses, clocks, cycle } = life.state;
    const taken = clocks
      .filter((clock) => clock.kind === 'repair' && clock.cycle === cycle)
      .flatMap((clock) => clock.pauses);
    const ends = await this.ports.planPauses({
      policy: policyOf(life.state),
      taken,
      pauses: pauses.map(({ from, until, reason }) => ({ from, until, reason })),
    });
    life.happen({ name: 'pauses-planned', asked: pauses, ends, replanned });
  }

  /** Closing may find members that the case has not read: it reads them and closes again. */
  private async project(): Promise<void> {
    const { life } = this;
    const { state } = life;
    const facts = life.facts;
    life.facts = [];
    this.hasRead = false;
    if (isOver(state) && state.cycle > this.closedCycle) {
      const { closed } = await this.ports.closeCase({ state, facts });
      if (!closed) {
        life.facts = [...facts, ...life.facts];
        life.unread = true;
        return;
      }
      this.closedCycle = state.cycle;
    } else {
      await this.ports.recordCase({ state, facts });
      // What was closed by a merge that is undone will close again.
      if (!isOver(state)) this.closedCycle = 0;
    }
    this.projected = state.version;
  }

  /** Moves the members to the other case, or learns why they have to stay. */
  private async merge(): Promise<void> {
    const { life } = this;
    const { merging, clocks, cycle } = life.state;
    if (!merging) return;
    // An emergency that was read just before the order: its call for help belongs to this case.
    if (isForwarding(life.state)) return life.mergeEnded({ refused: 'help-called' });
    const repair = clocks.find((clock) => clock.kind === 'repair' && clock.cycle === cycle);
    const repairDueAt = repair && repair.status !== 'met' ? (repair.plan?.dueAt ?? null) : null;
    const { caseId } = life;
    try {
      const { intoCaseId, commandId: mergeId } = merging;
      life.mergeEnded(await this.ports.mergeCase({ caseId, intoCaseId, mergeId, repairDueAt }));
    } catch (error) {
      if (!(error instanceof ActivityFailure)) throw error;
      life.mergeEnded({ refused: 'unexpected' });
    }
  }

  /** Splits members off, or takes those of an undone merge back. */
  private async part(): Promise<void> {
    const { life } = this;
    const { parting, beforeMerge } = life.state;
    if (!parting) return;
    const { what, splitId, commandId } = parting;
    const mergeId = beforeMerge?.mergeId ?? null;
    try {
      const order = { caseId: life.caseId, what, commandId, splitId, mergeId };
      life.partingEnded(await this.ports.partMembers(order));
    } catch (error) {
      if (!(error instanceof ActivityFailure)) throw error;
      life.partingEnded({ refused: 'unexpected' });
    }
  }
}
