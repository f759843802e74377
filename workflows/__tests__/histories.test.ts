import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type History, historyFromJSON } from '@temporalio/common/lib/proto-utils';
import { Worker } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { workflowBundle } from '../../temporal/testing';
import { stories } from '../testing/stories';

/** A deployed worker takes over the runs that an earlier one began: what was recorded once must replay for ever. */
const recorded = ['report', 'case', 'emergency', 'round', 'review'].flatMap((workflow) => {
  const folder = path.join(__dirname, '..', workflow, '__histories__');
  return readdirSync(folder).map((name) => [`${workflow}/${name}`, path.join(folder, name)] as const);
});

const read = (file: string): History => historyFromJSON(JSON.parse(readFileSync(file, 'utf8')));

async function replay(history: History): Promise<void> {
  const bundle = await workflowBundle();
  await Worker.runReplayHistory({ workflowBundle: bundle }, history, 'recorded');
}

test('every story is recorded', () => {
  const cases = recorded.map(([name]) => name).filter((name) => name.startsWith('case/'));
  expect(cases.sort()).toEqual(
    Object.keys(stories)
      .map((story) => `case/${story}.json`)
      .sort(),
  );
});

test.each(recorded)('%s replays', async (_name, file) => {
  await replay(read(file));
});

test.each(recorded)('%s is found out when its workflow would decide otherwise', async (_name, file) => {
  const history = read(file);
  const scheduled = history.events!.find((event) => event.activityTaskScheduledEventAttributes);
  scheduled!.activityTaskScheduledEventAttributes!.activityType = { name: 'somethingElse' };
  await expect(replay(history)).rejects.toThrow(DeterminismViolationError);
});

/** Ids, codes and numbers; nothing that could be a name, an address, an e-mail or a sentence. */
const idOrCode = /^[\w.:-]{0,100}$/;

test.each(recorded)('%s carries ids and codes only', (_name, file) => {
  const strings = [...stringsIn(payloadsIn(JSON.parse(readFileSync(file, 'utf8'))))];
  expect(strings.length).toBeGreaterThan(0);
  expect(strings.filter((one) => !idOrCode.test(one))).toEqual([]);
});

function* payloadsIn(node: unknown): Generator<unknown> {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (key === 'payloads') {
      for (const { data } of value as { data?: string }[]) {
        if (data) yield JSON.parse(Buffer.from(data, 'base64').toString('utf8'));
      }
    } else yield* payloadsIn(value);
  }
}

function* stringsIn(node: unknown): Generator<string> {
  if (typeof node === 'string') yield node;
  else if (Array.isArray(node) || (typeof node === 'object' && node !== null)) {
    const values = Symbol.iterator in node ? [...(node as Iterable<unknown>)] : Object.values(node);
    for (const value of values) yield* stringsIn(value);
  }
}
