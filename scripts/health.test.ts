import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { Message } from '../db/entities';
import { createTestDatabase, type TestDatabase } from '../db/testing';
import { type Config, EMERGENCY_TASK_QUEUE, loadConfig, TASK_QUEUE } from '../temporal/config';
import { devServerEnvironment } from '../temporal/testing';
import { checks } from './health';

let database: TestDatabase;
let environment: TestWorkflowEnvironment;
let api: Server;
let config: Config;
let answer = 200;

beforeAll(async () => {
  database = await createTestDatabase();
  environment = await devServerEnvironment();
  api = createServer((_req, res) => res.writeHead(answer).end()).listen(0, '127.0.0.1');
  await new Promise((resolve) => api.once('listening', resolve));
  config = loadConfig({
    DATABASE_URL: database.url,
    TEMPORAL_ADDRESS: environment.address,
    TEMPORAL_NAMESPACE: environment.namespace,
    APP_SECRET: 'a'.repeat(32),
    SESSION_SECRET: 's'.repeat(32),
    PORT: String((api.address() as AddressInfo).port),
  });
});
afterAll(async () => {
  api.close();
  await environment.teardown();
  await database.drop();
});

const check = (name: string) => checks[name]!(config);

test('the API is well when it can accept a report', async () => {
  expect(await check('api')).toBe(true);
  answer = 503;
  expect(await check('api')).toBe(false);
});

test('deliveries are well while no message waits long', async () => {
  const waiting = (createdAt: Date) =>
    database.dataSource.manager.insert(Message, {
      ...{ id: randomUUID(), dedupeKey: randomUUID(), event: 'received', createdAt },
      ...{ recipientKind: 'person', recipientId: randomUUID(), locale: 'it' },
    });
  await waiting(new Date());
  expect(await check('deliveries')).toBe(true);
  await waiting(new Date(Date.now() - 5 * 60_000));
  expect(await check('deliveries')).toBe(false);
});

test('the worker is well when it serves both task queues', async () => {
  expect(await check('worker')).toBe(false);
  const start = async (taskQueue: string) => {
    const worker = await Worker.create({
      connection: environment.nativeConnection,
      namespace: environment.namespace,
      taskQueue,
      workflowsPath: require.resolve('../temporal/testing-workflow'),
    });
    return { worker, ended: worker.run() };
  };
  const ordinary = await start(TASK_QUEUE);
  expect(await check('worker')).toBe(false);
  const emergency = await start(EMERGENCY_TASK_QUEUE);
  for (let attempt = 0; attempt < 50 && !(await check('worker')); attempt++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect(await check('worker')).toBe(true);
  for (const { worker, ended } of [ordinary, emergency]) {
    worker.shutdown();
    await ended;
  }
});
