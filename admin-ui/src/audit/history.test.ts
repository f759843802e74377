import { expect, test } from 'vitest';
import { i18nProvider } from '../i18n/provider';
import { type HistoryEvent, payload, stepsOf } from './history';

const packed = (value: unknown) => ({ payloads: [{ data: btoa(JSON.stringify(value)) }] });
let last = 0;
const event = (type: string, attributes: object): HistoryEvent => {
  last += 1;
  return {
    eventId: String(last),
    eventTime: '2026-11-24T06:05:21.99Z',
    eventType: `EVENT_TYPE_${type}`,
    someEventAttributes: attributes,
  };
};
const keys = (...events: HistoryEvent[]) => stepsOf(events).map(({ key, data }) => [key, data]);

test('a command is told by its name, by who gave it and why, its end by the status', () => {
  const actor = { kind: 'user', id: 'u' };
  const asked = {
    acceptedRequest: {
      input: { args: packed({ name: 'reject', commandId: 'c', actor, reason: 'not-ours', noteId: 'n' }) },
    },
  };
  const answered = { outcome: { success: packed({ version: 4, status: 'accepting' }) } };
  expect(
    keys(
      event('WORKFLOW_EXECUTION_STARTED', { workflowType: { name: 'caseWorkflow' } }),
      event('WORKFLOW_EXECUTION_UPDATE_ACCEPTED', asked),
      event('WORKFLOW_EXECUTION_UPDATE_COMPLETED', answered),
      event('WORKFLOW_EXECUTION_UPDATE_COMPLETED', { outcome: { failure: {} } }),
    ),
  ).toEqual([
    ['history.started.case', {}],
    ['history.command', { command: 'reject', actor, reason: 'not-ours', noteId: 'n' }],
    ['history.commandDone', { status: 'accepting' }],
    ['history.commandRefused', {}],
  ]);
});

test('an activity is told when it is done, by the name under which it was scheduled', () => {
  const scheduled = event('ACTIVITY_TASK_SCHEDULED', { activityType: { name: 'planClocks' } });
  const of = { scheduledEventId: scheduled.eventId };
  expect(keys(scheduled, event('ACTIVITY_TASK_FAILED', of), event('ACTIVITY_TASK_COMPLETED', of))).toEqual([
    ['history.activityFailed', { activity: 'planClocks' }],
    ['history.activity.planClocks', {}],
  ]);
});

test('what only the engine cares about is left out', () => {
  expect(keys(event('WORKFLOW_TASK_SCHEDULED', {}), event('TIMER_CANCELED', {}))).toEqual([]);
});

test('waiting is told in seconds for the page to say', () => {
  expect(keys(event('TIMER_STARTED', { startToFireTimeout: '8677.272s' }))).toEqual([
    ['history.waits', { seconds: 8677.272 }],
  ]);
});

test('an agency that answered is named, and nothing else of a signal', () => {
  const input = packed({ agencyId: 'a', newsId: 'n' });
  expect(keys(event('WORKFLOW_EXECUTION_SIGNALED', { signalName: 'acknowledge', input }))).toEqual([
    ['history.signal.acknowledge', { agencyId: 'a' }],
  ]);
});

test('a payload that is not JSON is nothing, accents survive', () => {
  expect(payload({ payloads: [{ data: btoa('no') }] })).toEqual({});
  expect(payload(undefined)).toEqual({});
  const bytes = new TextEncoder().encode('{"a":"perché"}');
  expect(payload({ payloads: [{ data: btoa(String.fromCharCode(...bytes)) }] })).toEqual({ a: 'perché' });
});

test('every told step has its sentence', () => {
  const translated = stepsOf([
    event('WORKFLOW_EXECUTION_STARTED', { workflowType: { name: 'emergencyWorkflow' } }),
    event('WORKFLOW_EXECUTION_SIGNALED', { signalName: 'members' }),
    event('TIMER_FIRED', {}),
    event('WORKFLOW_EXECUTION_CONTINUED_AS_NEW', {}),
    event('WORKFLOW_EXECUTION_COMPLETED', {}),
  ]).map(({ key }) => i18nProvider.translate(key, { _: '' }));
  expect(translated).toHaveLength(5);
  expect(translated.every(Boolean)).toBe(true);
});
