import type { ToldFact } from '../domain/audit/compare';
import type { Fact } from '../domain/case/facts';

interface Payloads {
  payloads?: { data?: string }[];
}
interface Event {
  eventId?: string;
  activityTaskScheduledEventAttributes?: { activityType?: { name?: string }; input?: Payloads };
  activityTaskCompletedEventAttributes?: { scheduledEventId?: string; result?: Payloads };
}
interface Recorded {
  state: { version: number };
  facts: Fact[];
}

/** The activities by which a case's decisions become rows. */
const recording = ['recordCase', 'closeCase'];

/** The facts that a case's history had recorded, in their order. @param json the history as Temporal writes it */
export function decidedFacts(json: string): ToldFact[] {
  const { events = [] } = JSON.parse(json) as { events?: Event[] };
  const asked = new Map<string, Recorded>();
  const facts: ToldFact[] = [];
  for (const event of events) {
    const scheduled = event.activityTaskScheduledEventAttributes;
    if (recording.includes(scheduled?.activityType?.name ?? '')) {
      asked.set(String(event.eventId), payload(scheduled?.input) as Recorded);
    }
    const completed = event.activityTaskCompletedEventAttributes;
    const input = asked.get(String(completed?.scheduledEventId));
    // A close that found new members recorded nothing.
    if (!completed || !input || (payload(completed.result) as { closed?: boolean })?.closed === false)
      continue;
    input.facts.forEach(({ name, at }, index) => {
      facts.push({ factId: `${input.state.version}.${index}`, name, at });
    });
  }
  return facts;
}

function payload(from: Payloads | undefined): unknown {
  const data = from?.payloads?.[0]?.data;
  return data ? JSON.parse(Buffer.from(data, 'base64').toString('utf8')) : null;
}
