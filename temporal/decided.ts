import type { ToldFact } from '../domain/audit/compare';
import type { Fact } from '../domain/case/facts';
import type { CaseState } from '../domain/case/state';

interface Payloads {
  payloads?: { data?: string }[];
}
interface Event {
  eventId?: string;
  activityTaskScheduledEventAttributes?: { activityType?: { name?: string }; input?: Payloads };
  activityTaskCompletedEventAttributes?: { scheduledEventId?: string; result?: Payloads };
}

/** A decision that became rows. */
export interface Recorded {
  state: CaseState;
  facts: Fact[];
}

/** The activities by which a case's decisions become rows. */
const ofCases = ['recordCase', 'closeCase'];

/**
 * What a history had written into the database, in its order.
 * @param json the history as Temporal writes it
 * @param recording the activities by which its decisions become rows
 */
export function recordedBy<Record = Recorded>(
  json: string,
  recording: readonly string[] = ofCases,
): Record[] {
  const { events = [] } = JSON.parse(json) as { events?: Event[] };
  const asked = new Map<string, Record>();
  const recorded: Record[] = [];
  for (const event of events) {
    const scheduled = event.activityTaskScheduledEventAttributes;
    if (recording.includes(scheduled?.activityType?.name ?? '')) {
      asked.set(String(event.eventId), payload(scheduled?.input) as Record);
    }
    const completed = event.activityTaskCompletedEventAttributes;
    const input = asked.get(String(completed?.scheduledEventId));
    // A close that found new members recorded nothing.
    if (!completed || !input || (payload(completed.result) as { closed?: boolean })?.closed === false)
      continue;
    recorded.push(input);
  }
  return recorded;
}

/** The facts that a case's history had recorded, in their order. @param json the history as Temporal writes it */
export const decidedFacts = (json: string): ToldFact[] =>
  recordedBy(json).flatMap(({ state, facts }) =>
    facts.map(({ name, at }, index) => ({ factId: `${state.version}.${index}`, name, at })),
  );

function payload(from: Payloads | undefined): unknown {
  const data = from?.payloads?.[0]?.data;
  return data ? JSON.parse(Buffer.from(data, 'base64').toString('utf8')) : null;
}
