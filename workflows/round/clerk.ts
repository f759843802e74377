import { condition } from '@temporalio/workflow';
import type { RoundLife } from './life';
import type { RoundPorts } from './ports';

/** Cases that are spoken to at once: a dispatch tells dozens. */
const atOnce = 10;

/** What goes from a round into the world: its projection, and its errands to the cases, each in its order. */
export class RoundClerk {
  failure: unknown = null;
  /** The version that the database has for certain. */
  private projected = -1;
  private speaking = false;

  constructor(
    private readonly life: RoundLife,
    private readonly ports: Pick<RoundPorts, 'recordRound' | 'commandCase'>,
  ) {}

  /** How far the database has the state. */
  knows(version: number): void {
    this.projected = version;
  }

  get idle(): boolean {
    return !this.mustProject && !this.speaking && this.life.errands.length === 0;
  }

  private get mustProject(): boolean {
    return this.life.loaded && this.life.state.version > this.projected;
  }

  /** Works until the run ends. */
  async serve(): Promise<void> {
    try {
      await Promise.all([this.project(), this.speak()]);
    } catch (error) {
      this.failure = error;
    }
  }

  /** Waits until the database has this version of the round. */
  async has(version: number): Promise<void> {
    await condition(() => this.projected >= version || this.failure !== null);
    if (this.failure !== null) throw this.failure;
  }

  /** Waits until the cases have answered to a command. */
  async answers(commandId: string): Promise<void> {
    await condition(() => !this.life.isWaitedFor(commandId) || this.failure !== null);
    if (this.failure !== null) throw this.failure;
  }

  private async project(): Promise<void> {
    for (;;) {
      await condition(() => this.mustProject);
      const { state, errands, facts } = this.life;
      this.life.facts = [];
      await this.ports.recordRound({ state, errands, facts });
      this.projected = state.version;
    }
  }

  /** The cases do not wait for one another; what is said to one of them comes in order. */
  private async speak(): Promise<void> {
    for (;;) {
      await condition(() => this.life.errands.length > 0);
      const first = new Map(this.life.errands.toReversed().map((errand) => [errand.caseId, errand]));
      this.speaking = true;
      await Promise.all(
        this.life.errands
          .filter((errand) => first.get(errand.caseId) === errand)
          .slice(0, atOnce)
          .map(async (errand) => {
            const { crewId } = this.life.state;
            this.life.carriedOut(errand, await this.ports.commandCase({ crewId, ...errand }));
          }),
      );
      this.speaking = false;
    }
  }
}
