import { User } from '../../../db/entities';
import {
  type Console,
  createCase,
  createTown,
  startConsole,
  type Town,
  until,
  type Visitor,
} from '../testing';

let at: Console;
let [town, elsewhere] = [{} as Town, {} as Town];
beforeAll(async () => {
  at = await startConsole();
  [town, elsewhere] = [await createTown(at.db), await createTown(at.db)];
});
afterAll(() => at.stop());

/** Listens as a browser does: `seen` gathers the ids that came, `ended` says that the server hung up. */
async function listen(who: Visitor) {
  const abort = new AbortController();
  const response = await fetch(`${who.url}/events`, {
    headers: { Cookie: who.cookie },
    signal: abort.signal,
  });
  const stream = { status: response.status, headers: response.headers, seen: [] as string[], ended: false };
  const read = async () => {
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? [])
      for (const [, id] of chunk.matchAll(/^event: case\ndata: {"id":"([^"]+)"}$/gm)) stream.seen.push(id!);
    stream.ended = true;
  };
  read().catch(() => {});
  return { stream, leave: () => abort.abort() };
}

const change = (id: string) => at.db.query(`SELECT pg_notify('case_changed', $1)`, [id]);

test('a change made elsewhere arrives within two seconds, once for a storm of them', async () => {
  const { id } = await createCase(at.db, town);
  const technician = await at.person('technician', town.departmentId);
  const { stream, leave } = await listen(technician);
  expect([stream.status, stream.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
  expect(stream.headers.get('cache-control')).toBe('no-store');
  const start = Date.now();
  const operator = await at.person('operator');
  for (let times = 0; times < 5; times++) await change(id);
  await until(async () => stream.seen.length > 0);
  expect(Date.now() - start).toBeLessThan(2000);
  expect(stream.seen).toEqual([id]);

  expect((await operator.post(`/cases/${id}/comments`, { words: 'Ci sono passato.' })).status).toBe(201);
  await until(async () => stream.seen.length > 1);
  expect(stream.seen).toEqual([id, id]);
  leave();
});

test('nothing of another department is told, and everything to who sees everything', async () => {
  const [own, foreign] = [await createCase(at.db, town), await createCase(at.db, elsewhere)];
  const bound = await listen(await at.person('technician', town.departmentId));
  const free = await listen(await at.person('auditor'));
  await change(foreign.id);
  await change(own.id);
  await until(async () => bound.stream.seen.length > 0 && free.stream.seen.length > 1);
  expect(bound.stream.seen).toEqual([own.id]);
  expect([...free.stream.seen].sort()).toEqual([own.id, foreign.id].sort());
  bound.leave();
  free.leave();
});

describe('at the next heartbeat', () => {
  const real = ['Date', 'hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate'] as const;
  beforeEach(() => {
    jest.useFakeTimers({
      doNotFake: [...real, 'clearImmediate', 'setTimeout', 'clearTimeout'],
    });
  });
  afterEach(() => jest.useRealTimers());

  test.each<[string, (who: Visitor) => Promise<unknown>]>([
    ['a sign-out', (who) => who.delete('/session')],
    ['a deactivated account', ({ id }) => at.db.getRepository(User).update(id, { active: false })],
    [
      'another department',
      ({ id }) => at.db.getRepository(User).update(id, { departmentId: elsewhere.departmentId }),
    ],
  ])('%s ends the stream, and only that one', async (_what, happens) => {
    const [somebody, other] = [
      await at.person('technician', town.departmentId),
      await at.person('technician', town.departmentId),
    ];
    const [ending, lasting] = [await listen(somebody), await listen(other)];
    await happens(somebody);
    jest.advanceTimersByTime(20_000);
    await until(async () => ending.stream.ended);
    const { id } = await createCase(at.db, town);
    await change(id);
    await until(async () => lasting.stream.seen.length > 0);
    expect([ending.stream.seen, lasting.stream.ended]).toEqual([[], false]);
    lasting.leave();
  });
});

test('nobody opens streams without end', async () => {
  const somebody = await at.person('operator');
  const streams = await Promise.all(Array.from({ length: 20 }, () => listen(somebody)));
  expect(streams.map(({ stream }) => stream.status)).toEqual(Array(20).fill(200));
  expect((await somebody.get('/events')).status).toBe(429);
  streams[0]?.leave();
  const again = await until(async () => {
    const opened = await listen(somebody);
    return opened.stream.status === 200 && opened;
  });
  for (const { leave } of [...streams, again]) leave();
});
