import { type CaseEvent, MATERIALS } from './event';

/** What a case waits for, or what is being done about it. */
export const stages = ['verification', 'acceptance', 'assignment', 'crew', 'work', 'others'] as const;
export type CaseStage = (typeof stages)[number];

/** The life of one case, as far as the events tell it. Hours are those of the clock on the wall. */
export interface CaseLife {
  id: string;
  openedAt: number;
  /** When it was repaired for the last time; null while it waits. */
  repairedAt: number | null;
  endedAt: number | null;
  /** Hours spent in each stage until the repair, or until `until`. */
  hours: Record<CaseStage, number>;
  /** Hours of work, and what had been planned for it; null where nobody said. */
  worked: number | null;
  planned: number | null;
  /** Times that it was given back or passed on. */
  bounces: number;
  /** Times that something was missing. */
  missing: number;
  reopened: number;
  /** Metres of travel for each arrival. */
  metres: number[];
  /** The clocks that ran out. */
  breached: string[];
  /** Escalations, and how many of them nobody took notice of in `NOTICE_HOURS`. */
  escalations: number;
  unseen: number;
  /** Who has it, or has repaired it. */
  unit: string;
}

/** Two working days with a week-end between them. */
const NOTICE_HOURS = 96;
const HOUR = 3_600_000;

const enters: Partial<Record<CaseEvent['name'], CaseStage>> = {
  opened: 'verification',
  verified: 'acceptance',
  accepted: 'assignment',
  assigned: 'crew',
  unassigned: 'assignment',
  started: 'work',
  paused: 'others',
  reopened: 'assignment',
  rerouted: 'acceptance',
};

/** The cases that the events are about, in the order in which they opened. @param until the end of what is known */
export function livesOf(events: readonly CaseEvent[], until: number): CaseLife[] {
  const byCase = new Map<string, CaseEvent[]>();
  for (const event of events) {
    if (event.caseId === '') continue;
    const own = byCase.get(event.caseId);
    if (own) own.push(event);
    else byCase.set(event.caseId, [event]);
  }
  return [...byCase.values()]
    .map((own) =>
      lifeOf(
        own.sort((a, b) => a.at - b.at),
        until,
      ),
    )
    .filter((life): life is CaseLife => life !== null)
    .sort((a, b) => a.openedAt - b.openedAt);
}

/** A case whose beginning is not known tells nothing of how long it took. */
function lifeOf(events: CaseEvent[], until: number): CaseLife | null {
  const [first] = events;
  if (first?.name !== 'opened') return null;
  const life: CaseLife = {
    ...{ id: first.caseId, openedAt: first.at, repairedAt: null, endedAt: null },
    hours: { verification: 0, acceptance: 0, assignment: 0, crew: 0, work: 0, others: 0 },
    ...{ worked: null, planned: null, bounces: 0, missing: 0, reopened: 0, metres: [], breached: [] },
    ...{ escalations: 0, unseen: 0, unit: '' },
  };
  let stage: CaseStage | null = 'verification';
  let before: CaseStage | null = null;
  let since = first.at;
  const spend = (at: number) => {
    if (stage) life.hours[stage] += Math.max(0, at - since) / HOUR;
    since = at;
  };
  for (const event of events) {
    spend(event.at);
    if (event.name === 'paused') before = stage === 'others' ? before : stage;
    stage = event.name === 'resumed' ? before : (enters[event.name] ?? stage);
    record(life, event, events);
    if (event.name === 'repaired' || event.name === 'ended') stage = null;
  }
  if (life.endedAt === null && life.repairedAt === null) spend(until);
  return life;
}

function record(life: CaseLife, event: CaseEvent, all: CaseEvent[]): void {
  const { name, at, reason, amount, unit } = event;
  if (reason === MATERIALS && (name === 'unassigned' || name === 'paused')) life.missing += 1;
  if (name === 'unassigned' || name === 'rerouted') life.bounces += 1;
  if (name === 'assigned' && amount !== null) life.planned = amount;
  if (name === 'assigned') life.unit = unit;
  if (name === 'unassigned') life.unit = '';
  if (name === 'arrived' && amount !== null) life.metres.push(amount);
  if (name === 'breached') life.breached.push(reason);
  if (name === 'ended') life.endedAt = at;
  if (name === 'reopened') {
    life.reopened += 1;
    life.repairedAt = null;
    life.endedAt = null;
  }
  if (name === 'repaired') {
    life.repairedAt = at;
    life.unit = unit;
    if (amount !== null) life.worked = (life.worked ?? 0) + amount;
  }
  if (name === 'escalated') {
    life.escalations += 1;
    const seen = all.some(
      (one) => one.name === 'acknowledged' && one.at >= at && one.at <= at + NOTICE_HOURS * HOUR,
    );
    if (!seen) life.unseen += 1;
  }
}
