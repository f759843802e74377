import { ActivityFailure, condition } from '@temporalio/workflow';
import { isSilenced } from '../../domain/case/next';
import { isOver } from '../../domain/case/state';
import type { Clock, ClockPlan } from '../../domain/sla/clock';
import { clocksToPlan, clocksToReplan } from '../../domain/sla/planning';
import type { CaseLife } from './life';
import type { CasePorts } from './ports';

/**
 * The one ordered queue between a case and the world: reads new members, asks for plans, projects. It does
 * one thing at a time, and each projection takes the latest state with all facts since the one before.
 */
export class Clerk {
  failure: unknown = null;
  /** The version that the database has for certain. */
  private projected: number;
  /** The cycle whose closing the database has. */
  private closedCycle: number;
  private busy = false;
  /** Members were read since the last projection. */
  private hasRead = false;

  constructor(
    private readonly life: CaseLife,
    private readonly ports: Pick<
      CasePorts,
      'recordCase' | 'closeCase' | 'readMembers' | 'planClocks' | 'planPauses'
    >,
  ) {
    this.projected = life.loaded ? life.state.version : -1;
    this.closedCycle = life.loaded && life.over ? life.state.cycle : 0;
  }

  get idle(): boolean {
    return !this.busy && this.todo() === null;
  }

  /** Works until the run ends. */
  async serve(): Promise<void> {
    try {
      for (;;) {
        await condition(() => this.todo() !== null);
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
    await condition(() => this.projected >= version || this.failure !== null);
    if (this.failure !== null) throw this.failure;
  }

  /** The next thing to do. Members come first, but not twice in a row: a storm must not hold up projecting. */
  private todo(): (() => Promise<void>) | null {
    const { life } = this;
    if (!life.loaded) return null;
    if (life.unread !== null && !this.hasRead) return () => this.readMembers();
    if (life.replan || clocksToPlan(life.state.clocks).length > 0) return () => this.planClocks();
    if (life.state.pauses.some((pause) => pause.endsAt === null)) return () => this.planPauses();
    if (life.state.version > this.projected) return () => this.project();
    if (life.unread !== null) return () => this.readMembers();
    return null;
  }

  private async readMembers(): Promise<void> {
    const { life } = this;
    this.hasRead = true;
    const declared = life.unread ?? 'none';
    life.unread = null;
    const summary = await this.ports.readMembers(life.caseId);
    const { members, forward } = life.state;
    const alarmed = declared !== 'none';
    life.happen({ name: 'members', ...summary, alarmed });
    const runs = forward === 'running' || forward === 'acknowledged';
    // The first member's alarm is what the forward began with.
    if (alarmed && members > 0 && runs && !life.over) life.order('update');
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
    if (replanned && pauses.length > 0) await this.planPauses();
  }

  /** A policy or calendar that nothing can be planned by gives no deadline; correcting it plans again. */
  private async askForPlans(asked: Clock[]): Promise<(ClockPlan | null)[]> {
    const { caseId } = this.life;
    const clocks = asked.map(({ kind, startedAt, pauses, policy }) => ({ kind, startedAt, pauses, policy }));
    try {
      return await this.ports.planClocks({ caseId, clocks });
    } catch (error) {
      if (error instanceof ActivityFailure) return asked.map(() => null);
      throw error;
    }
  }

  private async planPauses(): Promise<void> {
    const { life } = this;
    const { pauses, clocks, cycle } = life.state;
    const taken = clocks
      .filter((clock) => clock.kind === 'repair' && clock.cycle === cycle)
      .flatMap((clock) => clock.pauses);
    const ends = await this.ports.planPauses({
      caseId: life.caseId,
      taken,
      pauses: pauses.map(({ from, until, reason }) => ({ from, until, reason })),
    });
    life.happen({ name: 'pauses-planned', asked: pauses, ends });
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
        life.unread ??= 'none';
        return;
      }
      this.closedCycle = state.cycle;
    } else {
      await this.ports.recordCase({ state, facts });
    }
    this.projected = state.version;
  }
}
