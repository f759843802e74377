import type { Command } from '../../domain/case/commands';
import { decide } from '../../domain/case/decide';
import { type CaseEvent, decideEvent, open } from '../../domain/case/events';
import type { Fact } from '../../domain/case/facts';
import type { Decision } from '../../domain/case/next';
import { type CaseState, isForwarding, isOver, type Merging, type Parting } from '../../domain/case/state';
import { check } from '../../domain/case/transitions';
import type { ErrorCode } from '../../domain/errors';
import { DoneList } from '../done';
import type { ForwardOf } from '../emergency/messages';
import type { CaseInput, CommandResult, DoneLists } from './messages';
import type { CasePorts } from './ports';

/** What an emergency forward is to be told. */
export interface ForwardOrder {
  what: 'start' | 'update' | 'recall' | 'over';
  of: ForwardOf;
}

/**
 * A case as its workflow holds it: the state, the facts that are not projected yet, what was carried out,
 * and what is still to do. Everything here is synchronous: a message changes it whole or not at all.
 */
export class CaseLife {
  readonly caseId: string;
  readonly orders: ForwardOrder[] = [];
  facts: Fact[];
  /** Members wait to be read. */
  unread: boolean;
  /** A policy, calendar or roster changed. */
  replan: boolean;
  /** Updates carried out by this run. */
  updates = 0;
  /** Why merges that were ordered in this run could not be carried out, by command. */
  readonly refusals = new Map<string, ErrorCode>();
  private commands: DoneList<CommandResult>;
  private events: DoneList<CommandResult>;
  private current: CaseState | undefined;
  /** What came by signal before the case was loaded. */
  private early: { id: string | null; event: CaseEvent }[] = [];

  constructor({ caseId, state, done, unsaid }: CaseInput) {
    this.caseId = caseId;
    this.facts = unsaid?.facts ?? [];
    this.unread = unsaid?.unread ?? false;
    this.replan = unsaid?.replan ?? false;
    this.commands = new DoneList(done?.commands);
    this.events = new DoneList(done?.events);
    this.current = state;
  }

  get loaded(): boolean {
    return this.current !== undefined;
  }

  get state(): CaseState {
    if (!this.current) throw new Error('The case is not loaded yet');
    return this.current;
  }

  get over(): boolean {
    return isOver(this.state);
  }

  /** For the next run. */
  get done(): DoneLists {
    return { commands: this.commands.list, events: this.events.list };
  }

  /** Begins, or goes on where the database has it. */
  load({ opening, snapshot, done }: Awaited<ReturnType<CasePorts['loadCase']>>): void {
    this.commands = new DoneList(done.commands);
    this.events = new DoneList(done.events);
    if (snapshot) this.current = snapshot;
    else this.take(open({ ...opening, caseId: this.caseId }, Date.now()));
    this.ensureForward();
  }

  /** Takes what came before it was loaded. */
  takeEarly(): void {
    for (const { id, event } of this.early.splice(0)) this.happen(event, id);
  }

  /** The forward of a case that was opened, or that goes on from what the database has, must run. */
  ensureForward(): void {
    if (this.state.forward === 'running' && !this.over) this.orderPresent('start');
  }

  orderPresent(what: ForwardOrder['what']): void {
    this.orders.push({ what, of: this.presentForward });
  }

  private get result(): CommandResult {
    const { version, status } = this.state;
    return { version, status };
  }

  private get presentForward(): ForwardOf {
    return { caseId: this.caseId, forwardNumber: this.state.forwards };
  }

  answered(commandId: string): CommandResult | undefined {
    return this.commands.find(commandId);
  }

  /** Why the case refuses the command, or null. A command already carried out is answered again. */
  refusal(command: Command): ErrorCode | null {
    return this.answered(command.commandId) ? null : check(this.state, command);
  }

  /** Carries out a command that was checked. */
  command(command: Command): CommandResult {
    this.apply(decide(this.state, command, Date.now()));
    this.updates += 1;
    this.commands.add(command.commandId, this.result);
    return this.result;
  }

  /** Takes an event; one with an id counts once. Answers whether it changed anything. */
  happen(event: CaseEvent, id: string | null = null): boolean {
    if (!this.loaded) {
      this.early.push({ id, event });
      return false;
    }
    if (id !== null && this.events.find(id)) return false;
    const decision = decideEvent(this.state, event, Date.now());
    if (decision) this.apply(decision);
    if (id !== null) this.events.add(id, this.result);
    return decision !== null;
  }

  /** Whatever has come due while nobody looked comes before what comes now. */
  catchUp(): void {
    while (this.happen({ name: 'time' })) {
      // One thing after another: pauses that ran out, stages, the citizen's window.
    }
  }

  /** What is being done with the members: a merge, a split or the undo of a merge. */
  get moving(): Merging | Parting | null {
    return this.state.merging ?? this.state.parting ?? null;
  }

  /** The merge that was ordered ended so; a refused one may be ordered again. */
  mergeEnded(answer: { intoCaseId: string } | { refused: ErrorCode }): void {
    const refused = 'refused' in answer ? answer.refused : null;
    this.moveEnded(
      refused,
      'intoCaseId' in answer
        ? { name: 'merged', ...answer }
        : { name: 'merge-refused', code: answer.refused },
    );
  }

  /** The split or the undo that was ordered ended so. */
  partingEnded(answer: { caseId: string; reports: number } | { refused: ErrorCode }): void {
    const refused = 'refused' in answer ? answer.refused : null;
    this.moveEnded(
      refused,
      'caseId' in answer ? { name: 'parted', ...answer } : { name: 'parting-refused', code: answer.refused },
    );
    this.unread = true;
  }

  private moveEnded(refused: ErrorCode | null, event: CaseEvent): void {
    const commandId = this.moving?.commandId;
    this.happen(event);
    if (!commandId) return;
    this.commands.remove(commandId);
    if (refused) this.refusals.set(commandId, refused);
    else this.commands.add(commandId, this.result);
  }

  private apply(decision: Decision): void {
    const before = this.state;
    this.take(decision);
    this.orderForward(before, this.state);
  }

  private take({ state, facts }: Decision): void {
    this.current = state;
    this.facts.push(...facts);
  }

  private orderForward(before: CaseState, after: CaseState): void {
    if (isForwarding(before)) {
      if (after.forward === 'recalled') this.orderPresent('recall');
      else if (after.forward === 'none' || (isOver(after) && !isOver(before))) this.orderPresent('over');
    }
    if (after.forwards > before.forwards) this.orderPresent('start');
  }
}
