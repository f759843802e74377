import { createMunicipality } from '../../activities/emergency/testing';
import { Agency } from '../../db/entities';
import { postWebhook } from '../../deliveries/webhook';
import { type Site, startSite } from '../testing';

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
let site: Site;
let url: string;
beforeAll(async () => {
  site = await startSite({ env: { ALLOW_PRIVATE_WEBHOOKS: 'true' } });
  await createMunicipality(site.db);
  url = `${site.origin}/demo/agency/1`;
});
afterAll(() => site.stop());

const post = (key = secret) =>
  postWebhook({
    url,
    secrets: [key],
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
  await site.db.getRepository(Agency).insert({
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
  site.deps.config.allowPrivateWebhooks = false;
  await expect(post()).rejects.toThrow('http-404');
  expect((await fetch(url)).status).toBe(404);
});
