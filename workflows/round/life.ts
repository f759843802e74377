import type { ErrorCode } from '../../domain/errors';
import { check } from '../../domain/round/check';
import type { RoundCommand } from '../../domain/round/commands';
import { decide } from '../../domain/round/decide';
import type { Errand } from '../../domain/round/errands';
import type { RoundFact } from '../../domain/round/facts';
import type { Decision } from '../../domain/round/next';
import { open } from '../../domain/round/open';
import { decideRefusal } from '../../domain/round/refused';
import type { RoundState } from '../../domain/round/state';
import { decideTime } from '../../domain/round/time';
import { DoneList } from '../done';
import type { RoundDone, RoundInput, RoundResult } from './messages';
import type { LoadedRound } from './ports';

/**
 * A round as its workflow holds it: the state, the facts that are not projected yet, what the cases have still to be
 * told, what was carried out. Everything here is synchronous: a message changes it whole or not at all.
 */
export class RoundLife {
  facts: RoundFact[] = [];
  errands: Errand[] = [];
  /** Updates carried out by this run. */
  updates = 0;
  private commands: DoneList<RoundResult>;
  private current: RoundState | undefined;

  constructor({ state, done }: RoundInput) {
    this.current = state;
    this.commands = new DoneList(done);
  }

  get loaded(): boolean {
    return this.current !== undefined;
  }

  get state(): RoundState {
    if (!this.current) throw new Error('The round is not loaded yet');
    return this.current;
  }

  get over(): boolean {
    return this.state.status === 'over';
  }

  /** For the next run. */
  get done(): RoundDone[] {
    return this.commands.list;
  }

  /** Begins, or goes on where the database has it. */
  load({ opening, snapshot, done }: LoadedRound): void {
    this.commands = new DoneList(done);
    if (snapshot) {
      this.current = snapshot.state;
      this.errands = snapshot.errands;
    } else this.take(open(opening, Date.now()));
  }

  answered(commandId: string): RoundResult | undefined {
    return this.commands.find(commandId);
  }

  /** Why the round refuses the command, or null. A command already carried out is answered again. */
  refusal(command: RoundCommand): ErrorCode | null {
    return this.answered(command.commandId) ? null : check(this.state, command, Date.now());
  }

  /** Carries out a command that was checked. */
  command(command: RoundCommand): void {
    this.take(decide(this.state, command, Date.now()));
    this.updates += 1;
    this.commands.add(command.commandId, { version: this.state.version, refused: null });
  }

  /** Whatever has come due while nobody looked comes before what comes now. */
  catchUp(): void {
    for (let due = decideTime(this.state, Date.now()); due; due = decideTime(this.state, Date.now())) {
      this.take(due);
    }
  }

  /** A case has answered: the errand is done, whatever it said. */
  carriedOut(errand: Errand, { refused, ours }: { refused: ErrorCode | null; ours: boolean }): void {
    this.errands = this.errands.filter((one) => one !== errand);
    if (refused === null) return;
    const { commandId, name: wanted } = errand.command;
    const { caseId } = errand;
    const decision = decideRefusal(
      this.state,
      { caseId, commandId, wanted, code: refused, ours },
      Date.now(),
    );
    if (!decision) return;
    this.take(decision);
    if (!this.commands.find(commandId)) return;
    this.commands.remove(commandId);
    this.commands.add(commandId, { version: this.state.version, refused });
  }

  isWaitedFor(commandId: string): boolean {
    return this.errands.some(({ command }) => command.commandId === commandId);
  }

  private take({ state, facts, errands }: Decision): void {
    this.current = state;
    this.facts.push(...facts);
    this.errands.push(...errands);
  }
}
