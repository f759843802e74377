import { unpacked } from './decoded';

/** An event of a workflow history as Temporal writes it in JSON. */
export interface HistoryEvent {
  eventId: string;
  eventTime: string;
  eventType: string;
  /** `<type>EventAttributes` */
  [attributes: string]: unknown;
}

/** One event in plain words: a key of the translations with what fills its blanks. */
export interface Step {
  id: string;
  at: string;
  key: string;
  /** Codes and numbers that the page turns into words. */
  data: Record<string, unknown>;
}

interface Payloads {
  payloads?: { data?: string }[];
}

/** The first payload, where it is JSON; the payloads of this product hold ids and codes only. */
export function payload(from: Payloads | undefined): Record<string, unknown> {
  const data = from?.payloads?.[0]?.data;
  if (!data) return {};
  try {
    const value = JSON.parse(unpacked(data));
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** The attributes that are told, of whichever event. */
interface Attributes {
  workflowType?: { name?: string };
  signalName?: string;
  input?: Payloads;
  acceptedRequest?: { input?: { args?: Payloads } };
  outcome?: { success?: Payloads };
  activityType?: { name?: string };
  scheduledEventId?: string;
  startToFireTimeout?: string;
}

const attributesOf = (event: HistoryEvent): Attributes =>
  Object.entries(event).find(([name]) => name.endsWith('EventAttributes'))?.[1] ?? {};

const kindOf = (workflowType: string) =>
  ['report', 'case', 'emergency', 'round'].find((kind) => workflowType.startsWith(kind)) ?? 'other';

type Told = Pick<Step, 'key' | 'data'>;
const told = (key: string, data: Record<string, unknown> = {}): Told => ({ key: `history.${key}`, data });

/** Those of the values that are there. */
const only = (from: Record<string, unknown>, keys: string[]) =>
  Object.fromEntries(keys.filter((key) => from[key] != null).map((key) => [key, from[key]]));

/** Who gave which command and why: the reason's code, and the id of the words. */
const commandOf = (given: Record<string, unknown>) => ({
  command: given.name,
  ...only(given, ['actor', 'reason', 'noteId']),
});

/** A case answers with its status, a round with what a case has refused. */
const commandDone = ({ status }: Record<string, unknown>) =>
  status ? told('commandDone', { status }) : told('roundCommandDone');

/** What an event tells; null for what only Temporal cares about. `activities` names those scheduled so far. */
function tell(type: string, attributes: Attributes, activities: Map<string, string>): Told | null {
  switch (type) {
    case 'WORKFLOW_EXECUTION_STARTED':
      return told(`started.${kindOf(attributes.workflowType?.name ?? '')}`);
    case 'WORKFLOW_EXECUTION_SIGNALED':
      return told(`signal.${attributes.signalName}`, only(payload(attributes.input), ['agencyId']));
    case 'WORKFLOW_EXECUTION_UPDATE_ACCEPTED':
      return told('command', commandOf(payload(attributes.acceptedRequest?.input?.args)));
    case 'WORKFLOW_EXECUTION_UPDATE_COMPLETED':
      return attributes.outcome?.success
        ? commandDone(payload(attributes.outcome.success))
        : told('commandRefused');
    case 'ACTIVITY_TASK_COMPLETED':
      return told(`activity.${activities.get(attributes.scheduledEventId ?? '')}`);
    case 'ACTIVITY_TASK_FAILED':
    case 'ACTIVITY_TASK_TIMED_OUT':
      return told('activityFailed', { activity: activities.get(attributes.scheduledEventId ?? '') });
    case 'TIMER_STARTED':
      return told('waits', { seconds: Number.parseFloat(attributes.startToFireTimeout ?? '0') });
    case 'TIMER_FIRED':
      return told('timerFired');
    case 'CHILD_WORKFLOW_EXECUTION_STARTED':
      return told('childStarted');
    case 'WORKFLOW_EXECUTION_CONTINUED_AS_NEW':
      return told('continued');
    case 'WORKFLOW_EXECUTION_COMPLETED':
      return told('completed');
    case 'WORKFLOW_EXECUTION_FAILED':
    case 'WORKFLOW_EXECUTION_TERMINATED':
    case 'WORKFLOW_EXECUTION_TIMED_OUT':
      return told('failed');
    default:
      return null;
  }
}

/** The story that a history tells, oldest first. */
export function stepsOf(events: HistoryEvent[]): Step[] {
  const activities = new Map<string, string>();
  return events.flatMap((event) => {
    const type = event.eventType.replace(/^EVENT_TYPE_/, '');
    const attributes = attributesOf(event);
    if (type === 'ACTIVITY_TASK_SCHEDULED')
      activities.set(event.eventId, attributes.activityType?.name ?? '');
    const step = tell(type, attributes, activities);
    return step ? [{ id: event.eventId, at: event.eventTime, ...step }] : [];
  });
}
