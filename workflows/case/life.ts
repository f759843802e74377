import type { Command } from '../../domain/case/commands';
import { decide } from '../../domain/case/decide';
import { type CaseEvent, decideEvent, open } from '../../domain/case/events';
import type { Fact } from '../../domain/case/facts';
import type { Decision } from '../../domain/case/next';
import { type CaseState, isOver } from '../../domain/case/state';
import type { Emergency } from '../../domain/vocabulary';
import { DoneList } from './done';
import type { CaseInput, CommandResult } from './messages';
import type { CaseOpening } from './ports';

/** What an emergency child is to be told. */
export interface ForwardOrder {
  what: 'start' | 'update' | 'recall' | 'over';
  forwardNumber: number;
}

/**
 * A case as its workflow holds it: the state, the facts that are not projected yet, what was carried out,
 * and what is still to do. Everything here is synchronous: a message changes it whole or not at all.
 */
export class CaseLife {
  readonly caseId: string;
  readonly done: DoneList;
  readonly orders: ForwardOrder[] = [];
  facts: Fact[] = [];
  /** Members wait to be read; the emergency that one of them declared. */
  unread: Emergency | null = null;
  /** A policy, calendar or roster changed. */
  replan = false;
  /** Updates carried out by this run. */
  updates = 0;
  mergedInto: string | null = null;
  private current: CaseState | undefined;
  /** What came by signal before the case was loaded. */
  private early: { id: string | null; event: CaseEvent }[] = [];

  constructor(input: CaseInput) {
    this.caseId = input.caseId;
    this.done = new DoneList(input.done);
    this.current = input.state;
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

  open(opening: CaseOpening): void {
    this.take(open({ ...opening, caseId: this.caseId }, Date.now()));
    this.ensureForward();
    for (const { id, event } of this.early.splice(0)) this.happen(event, id);
  }

  /** A case that was opened, or started from its snapshot, makes sure that its forward runs. */
  ensureForward(): void {
    if (this.state.forward === 'running') this.order('start');
  }

  order(what: ForwardOrder['what']): void {
    this.orders.push({ what, forwardNumber: this.state.forwardNumber });
  }

  /** Carries out a command that was checked. */
  command(command: Command): CommandResult {
    this.apply(decide(this.state, command, Date.now()));
    if (command.name === 'merge') this.mergedInto = command.intoCaseId;
    this.updates += 1;
    const { version, status } = this.state;
    this.done.add(command.commandId, { version, status });
    return { version, status };
  }

  /** Takes an event; one with an id counts once. Answers whether it changed anything. */
  happen(event: CaseEvent, id: string | null = null): boolean {
    if (!this.loaded) {
      this.early.push({ id, event });
      return false;
    }
    if (id !== null && this.done.find(id)) return false;
    const decision = decideEvent(this.state, event, Date.now());
    if (decision) this.apply(decision);
    if (id !== null) this.done.add(id, { version: this.state.version, status: this.state.status });
    return decision !== null;
  }

  /** Members wait; of several signals the gravest counts. */
  membersWait(emergency: Emergency): void {
    this.unread = this.unread && this.unread !== 'none' ? this.unread : emergency;
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
    if (before.forward === after.forward) {
      if (after.forward === 'acknowledged' && isOver(after) && !isOver(before)) this.order('over');
      return;
    }
    if (after.forward === 'running') this.order('start');
    if (after.forward === 'recalled') this.order('recall');
  }
}
