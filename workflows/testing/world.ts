import { activityInfo } from '@temporalio/activity';
import type { Client } from '@temporalio/client';
import type { SignalDefinition } from '@temporalio/workflow';
import type { Fact } from '../../domain/case/facts';
import { type CaseState, isOver } from '../../domain/case/state';
import { onCallCalendar } from '../../domain/sla/defaults';
import { pauseEnd, planClock } from '../../domain/sla/plan';
import type { CalendarRules, Target } from '../../domain/sla/policy';
import type { ClockKind } from '../../domain/vocabulary';
import {
  absorbedSignal,
  type CaseInput,
  caseWorkflowId,
  forwardSignal,
  memberActSignal,
  membersSignal,
  partEndedSignal,
  unabsorbedSignal,
} from '../case/messages';
import type { CasePorts, PartOrder } from '../case/ports';
import { emergencyWorkflowId } from '../emergency/messages';
import type { EmergencyPorts } from '../emergency/ports';
import { movedSignal, outcomeSignal, type ReportInput, reportWorkflowId } from '../report/messages';
import type { ReportPorts } from '../report/ports';
import type { ReviewPorts } from '../review/ports';
import type { RoundPorts } from '../round/ports';
import { type ReviewRow, reviewPorts } from './reviews';
import { type RoundRow, roundPorts } from './rounds';
import { type Member, newRow, type Row, summaryOf, type Told } from './rows';

type Ports = CasePorts & ReportPorts & EmergencyPorts & RoundPorts & ReviewPorts;

const target = (minutes: number): Target => ({ minutes, mode: 'clock', remindBefore: 60, grace: 120 });

/** The ports in memory: enough of a database and of agencies to test what workflows make of them. */
export class World {
  readonly calls: { name: keyof Ports; input: unknown }[] = [];
  readonly rows = new Map<string, Row>();
  readonly rounds = new Map<string, RoundRow>();
  readonly reviews = new Map<string, ReviewRow>();
  readonly reports = new Map<string, Told>();
  /** The reports of each ordered split. */
  readonly splits = new Map<string, string[]>();
  readonly settled = new Map<string, string>();
  /** Around the clock, in minutes. */
  policy: Partial<Record<ClockKind, Target>> = {
    verification: target(10 * 60),
    acceptance: target(10 * 60),
    assignment: target(10 * 60),
    repair: target(100 * 60),
    'make-safe': target(3 * 60),
    rating: { ...target(50 * 60), remindBefore: null, grace: null },
    handover: { ...target(20 * 60), remindBefore: null, grace: null },
  };
  maxPauseMinutes = 24 * 60;
  rules: CalendarRules = onCallCalendar;
  speed = 1;
  agencies = ['fire', 'ambulance'];
  /** Agencies whose address does not answer. */
  deaf = new Set<string>();
  ackMinutes = 10;
  /** Nobody takes an Update. */
  deafToUpdates = false;
  /** Nobody is on call. */
  offDuty = false;
  /** Agencies that have answered by link, by forward. */
  readonly answers = new Map<string, string>();
  private readonly gates = new Map<string, { opened: Promise<void>; open: () => void }>();

  constructor(
    readonly client: Client,
    private readonly taskQueue: string,
  ) {}

  /** Holds back every call of an activity until the answer is called. */
  hold(name: keyof Ports): () => void {
    let open = () => {};
    const opened = new Promise<void>((resolve) => (open = resolve));
    this.gates.set(name, { opened, open });
    return () => {
      this.gates.delete(name);
      open();
    };
  }

  /** Whatever a test that failed has left held. */
  releaseAll(): void {
    for (const { open } of this.gates.values()) open();
    this.gates.clear();
  }

  row(caseId: string): Row {
    const row = this.rows.get(caseId);
    if (!row) throw new Error(`No case ${caseId}`);
    return row;
  }

  /** The inputs of the calls of one activity about one case or report. */
  callsOf<Name extends keyof Ports>(name: Name, id: string): Parameters<Ports[Name]>[0][] {
    return this.calls
      .filter((call) => call.name === name && JSON.stringify(call.input).includes(`"${id}"`))
      .map(({ input }) => input as Parameters<Ports[Name]>[0]);
  }

  /** Every port, recording its calls and waiting at its gate. */
  activities(): Ports {
    const ports: Ports = {
      ...this.casePorts(),
      ...this.reportPorts(),
      ...this.emergencyPorts(),
      ...roundPorts(this),
      ...reviewPorts(this),
    };
    const recorded = Object.entries(ports).map(([key, port]) => {
      const name = key as keyof Ports;
      const call = port as (input: unknown) => Promise<unknown>;
      const heard = async (input: unknown) => {
        this.calls.push({ name, input });
        await this.gates.get(name)?.opened;
        return call(input);
      };
      return [name, heard];
    });
    return Object.fromEntries(recorded) as Ports;
  }

  private casePorts(): CasePorts {
    return {
      loadCase: async (caseId) => {
        const { opening, state, done } = this.row(caseId);
        return { opening, snapshot: state, done };
      },
      readMembers: async (caseId) => {
        const { members } = this.row(caseId);
        for (const member of members) member.read = true;
        return summaryOf(members);
      },
      recordCase: async (record) => {
        this.project(record);
        for (const { name, data } of record.facts)
          if (name === 'part-opened') await this.toCase(String(data?.partId), membersSignal, []);
      },
      planClocks: async ({ clocks }) =>
        clocks.map(({ kind, startedAt, pauses }) => {
          const wanted = this.policy[kind];
          return wanted
            ? planClock({ target: wanted, rules: this.rules, startedAt, pauses, speed: this.speed })
            : null;
        }),
      planPauses: async ({ taken, pauses }) =>
        pauses.map(({ from, until }) =>
          pauseEnd({ from, until, taken, maxPauseMinutes: this.maxPauseMinutes, speed: this.speed }),
        ),
      closeCase: async ({ state, facts }) => {
        const row = this.row(state.caseId);
        await this.release(row);
        if (row.members.some(({ read }) => !read)) return { closed: false };
        this.project({ state, facts });
        return { closed: true };
      },
      mergeCase: async ({ intoCaseId: wanted, ...brought }) => {
        const row = this.row(brought.caseId);
        const intoCaseId = row.mergedInto ?? this.openCase(wanted);
        if (intoCaseId === null) return { refused: 'case-closed' };
        if (intoCaseId === brought.caseId) return { refused: 'conflict' };
        row.mergedInto = intoCaseId;
        const moved = row.members.splice(0);
        row.merged = moved.map(({ reportId }) => reportId);
        const came = (one: Member) => ({ ...one, read: false, moved: one.moved || one.read, told: null });
        this.row(intoCaseId).members.push(...moved.map(came));
        await this.toCase(intoCaseId, absorbedSignal, [brought]);
        await this.toCase(intoCaseId, membersSignal, []);
        for (const { reportId } of moved)
          await this.toReport(reportId, movedSignal, [{ caseId: intoCaseId }]);
        return { intoCaseId };
      },
      partMembers: (order) => this.part(order),
      tellMembers: async (notice) => {
        const { partOf } = this.row(notice.caseId).opening;
        if (partOf && notice.final) await this.toCase(partOf, partEndedSignal, [notice]);
        const mark = `${notice.cycle}:${notice.outcome}:${notice.final}`;
        for (const member of this.row(notice.caseId).members) {
          if (member.told === mark) continue;
          member.told = mark;
          await this.toReport(member.reportId, outcomeSignal, [notice]);
        }
      },
      archiveHistory: async () => {},
    };
  }

  /** A split takes the reports of `splits`; an undo whom the merge had brought. */
  private async part({ caseId, what, commandId, splitId }: PartOrder) {
    const row = this.row(caseId);
    const back = what === 'unmerge' && row.mergedInto;
    const from = back ? this.openCase(back) : caseId;
    if (from === null) return { refused: 'case-closed' as const };
    const wanted = back ? row.merged : (this.splits.get(splitId ?? '') ?? []);
    const to = back ? caseId : `of-${wanted[0]}`;
    const leaving = this.row(from).members.filter(({ reportId }) => wanted.includes(reportId));
    const stays = this.row(from).members.filter((one) => !leaving.includes(one));
    if (leaving.length === 0 || (!back && stays.length === 0)) return { refused: 'conflict' as const };
    this.row(from).members = stays;
    if (back) row.mergedInto = null;
    else this.rows.set(to, newRow({}));
    const came = (one: Member) => ({ ...one, read: false, moved: one.moved || one.read, told: null });
    this.row(to).members.push(...leaving.map(came));
    if (back) await this.toCase(from, unabsorbedSignal, [{ caseId, unmergeId: commandId }]);
    await this.toCase(back ? from : to, membersSignal, []);
    for (const { reportId } of leaving) await this.toReport(reportId, movedSignal, [{ caseId: to }]);
    return { caseId: back ? from : to, reports: leaving.length };
  }

  private reportPorts(): Omit<ReportPorts, 'archiveHistory'> {
    return {
      matchOrOpen: async (reportId) => {
        const { joins, ...told } = this.reports.get(reportId) ?? {};
        const joined = joins ? this.openCase(joins) : null;
        const caseId = joined ?? `of-${reportId}`;
        if (!joined) this.rows.set(caseId, newRow(told));
        this.attach(caseId, reportId, told);
        return caseId;
      },
      handOver: async (caseId) => this.toCase(caseId, membersSignal, []),
      passOn: async ({ caseId, ...act }) => this.toCase(caseId, memberActSignal, [act]),
      askForRating: async () => {},
      settleReport: async ({ reportId, outcome }) => {
        this.settled.set(reportId, outcome);
      },
    };
  }

  private emergencyPorts(): Omit<EmergencyPorts, 'archiveHistory'> {
    return {
      listAgencies: async () => this.agencies,
      postAlert: async ({ agencyId }) => {
        if (this.deaf.has(agencyId)) throw new Error('No answer');
        return { ackBy: activityInfo().scheduledTimestampMs + this.ackMinutes * 60_000 };
      },
      postFollowUp: async ({ msgType }) => {
        if (msgType === 'Update' && this.deafToUpdates) throw new Error('No answer');
      },
      answerOf: async (forward) => this.answers.get(emergencyWorkflowId(forward)) ?? null,
      alertOnCall: async () => ({ alerted: !this.offDuty }),
      tellCase: async ({ caseId, news }) => {
        const { state } = this.row(caseId);
        if (!state || !isOver(state)) await this.toCase(caseId, forwardSignal, [news]);
      },
    };
  }

  /** A membership that the case has not read. */
  attach(caseId: string, reportId: string, { emergency = 'none', danger = 2 }: Told = {}): void {
    this.row(caseId).members.push({ reportId, emergency, danger, read: false, moved: false, told: null });
  }

  /** The case that whoever joins this one becomes a member of; null when that is over. */
  private openCase(caseId: string): string | null {
    const row = this.rows.get(caseId);
    if (!row) return null;
    if (row.mergedInto) return this.openCase(row.mergedInto);
    return row.state && isOver(row.state) ? null : caseId;
  }

  /** An emergency that its case has not read gets one of its own instead of the end of another story. */
  private async release(row: Row): Promise<void> {
    const released = row.members.filter(
      ({ read, moved, emergency }) => !read && !moved && emergency !== 'none',
    );
    row.members = row.members.filter((member) => !released.includes(member));
    for (const { reportId, emergency, danger } of released) {
      const caseId = `of-${reportId}`;
      this.rows.set(caseId, newRow({ emergency, danger }));
      this.attach(caseId, reportId, { emergency, danger });
      await this.toCase(caseId, membersSignal, []);
      await this.toReport(reportId, movedSignal, [{ caseId }]);
    }
  }

  private project({ state, facts }: { state: CaseState; facts: Fact[] }): void {
    const row = this.row(state.caseId);
    if (row.state && row.state.version >= state.version) return;
    row.state = state;
    row.facts.push(...facts);
    const { version, status } = state;
    for (const { name, commandId, data } of facts) {
      if (name === 'part-opened') {
        const { partId, departmentId, categoryId } = data as Record<string, string>;
        this.rows.set(partId!, newRow({ departmentId, categoryId, partOf: state.caseId }));
      }
      const eventId = data?.actId ?? data?.newsId ?? data?.mergeId ?? data?.unmergeId ?? data?.messageId;
      if (commandId && name !== 'merge-refused' && name !== 'parting-refused')
        row.done.commands.push({ id: commandId, version, status });
      if (eventId) row.done.events.push({ id: String(eventId), version, status });
    }
  }

  async toCase<Args extends unknown[]>(caseId: string, signal: SignalDefinition<Args>, args: Args) {
    const input: CaseInput = { caseId };
    await this.signal('caseWorkflow', caseWorkflowId(caseId), input, signal.name, args);
  }

  async toReport<Args extends unknown[]>(reportId: string, signal: SignalDefinition<Args>, args: Args) {
    const caseId = [...this.rows].find(([, row]) =>
      row.members.some((one) => one.reportId === reportId),
    )?.[0];
    const input: ReportInput = { reportId, caseId, settled: this.settled.has(reportId) };
    await this.signal('reportWorkflow', reportWorkflowId(reportId), input, signal.name, args);
  }

  private async signal(
    type: string,
    workflowId: string,
    input: unknown,
    signal: string,
    signalArgs: unknown[],
  ) {
    await this.client.workflow.signalWithStart(type, {
      ...{ workflowId, taskQueue: this.taskQueue, args: [input], signal, signalArgs },
    });
  }
}
