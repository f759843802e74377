import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { createMunicipality } from '../../activities/emergency/testing';
import { Agency } from '../../db/entities';
import { createTestDatabase, type TestDatabase } from '../../db/testing';
import { postWebhook } from '../../deliveries/webhook';
import { loadConfig } from '../../temporal/config';
import { createApp } from '../app';
import type { Deps } from '../http/deps';

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
let database: TestDatabase;
let server: ReturnType<ReturnType<typeof createApp>['listen']>;
let url: string;
let config: ReturnType<typeof loadConfig>;

beforeAll(async () => {
  database = await createTestDatabase();
  await createMunicipality(database.dataSource);
  config = loadConfig({
    DATABASE_URL: database.url,
    TEMPORAL_ADDRESS: '127.0.0.1:1',
    APP_SECRET: 'a'.repeat(40),
    SESSION_SECRET: 's'.repeat(40),
    PUBLIC_URL: 'https://city.example',
    ALLOW_PRIVATE_WEBHOOKS: 'true',
  });
  const deps = { db: database.dataSource, config, log: pino({ level: 'silent' }) } as Deps;
  server = createApp(deps).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/demo/agency/1`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await database.drop();
});

const post = (key = secret) =>
  postWebhook({
    url,
    secret: key,
    id: 'one',
    body: JSON.stringify({
      type: 'emergency.alert',
      data: { cap: '<alert><script>', acknowledgeUrl: 'https://city.example/a/TOKEN' },
    }),
    allowPrivate: true,
  });

test('a municipality with real agencies has nothing here', async () => {
  expect((await fetch(url)).status).toBe(404);
  await expect(post()).rejects.toThrow('http-404');
});

test('a demonstration’s agency takes what is signed for it, and shows it with the link to answer', async () => {
  await database.dataSource.getRepository(Agency).insert({
    id: '5b0c1f6e-2a53-4d0e-9a0e-0d5a9d3f7a11',
    name: 'Soccorso',
    webhookUrl: 'https://city.example/demo/agency/1',
    secret,
    ackMinutes: 5,
  });
  await expect(post(`whsec_${Buffer.alloc(32, 8).toString('base64')}`)).rejects.toThrow('http-403');
  expect(await (await fetch(url)).text()).toContain('Ancora niente');
  expect(await post()).toBe(204);
  const shown = await (await fetch(url, { headers: { 'accept-language': 'en' } })).text();
  expect(shown).toContain('href="https://city.example/a/TOKEN"');
  expect(shown).toContain('&lt;alert&gt;&lt;script&gt;');
  expect(shown).toContain('Open the link to answer');
});

test('a real server has nothing here, whatever its agencies’ addresses', async () => {
  config.allowPrivateWebhooks = false;
  await expect(post()).rejects.toThrow('http-404');
  expect((await fetch(url)).status).toBe(404);
});
