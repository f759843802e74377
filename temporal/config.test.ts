import path from 'node:path';
import { ConfigError, loadConfig, loadLauncherConfig, toEnvironment } from './config';

const valid = {
  DATABASE_URL: 'postgres://someone:hidden@db.example:5432/benecomune',
  TEMPORAL_ADDRESS: 'temporal:7233',
  APP_SECRET: 'a'.repeat(32),
  SESSION_SECRET: 's'.repeat(32),
};

function problems(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

test('fills in what a small installation need not say', () => {
  expect(loadConfig(valid)).toMatchObject({
    temporalNamespace: 'benecomune',
    port: 8080,
    bind: '127.0.0.1',
    publicUrl: 'http://localhost:8080',
    dataDir: path.resolve('data'),
    auditKeyFile: path.resolve('data/secrets/audit.key'),
    smtpUrl: undefined,
    slaSpeed: 1,
    allowPrivateWebhooks: false,
  });
});

test('the public address follows the port and loses its final slash', () => {
  expect(loadConfig({ ...valid, PORT: '9000' }).publicUrl).toBe('http://localhost:9000');
  expect(loadConfig({ ...valid, PUBLIC_URL: 'https://segnala.example/' }).publicUrl).toBe(
    'https://segnala.example',
  );
});

test('names every missing setting at once', () => {
  expect(problems({})).toEqual([
    'DATABASE_URL is not set.',
    'TEMPORAL_ADDRESS is not set.',
    'APP_SECRET is not set.',
    'SESSION_SECRET is not set.',
  ]);
});

test('an empty variable counts as unset', () => {
  expect(problems({ ...valid, APP_SECRET: '' })).toEqual(['APP_SECRET is not set.']);
  expect(loadConfig({ ...valid, SMTP_URL: '', PORT: '' }).port).toBe(8080);
});

test.each([
  ['DATABASE_URL', 'mysql://host/db'],
  ['DATABASE_URL', 'postgres://host:5432/'],
  ['DATABASE_URL', 'nonsense'],
  ['TEMPORAL_ADDRESS', 'http://temporal:7233'],
  ['TEMPORAL_ADDRESS', 'temporal'],
  ['TEMPORAL_NAMESPACE', 'two words'],
  ['PORT', '0'],
  ['PORT', '65536'],
  ['PORT', '80a'],
  ['BIND', 'not an address'],
  ['PUBLIC_URL', 'ftp://segnala.example'],
  ['SMTP_URL', 'http://mail.example'],
  ['MAIL_FROM', 'nobody'],
  ['MAIL_FROM', 'a@b.example\r\nBcc: c@d.example'],
  ['APP_SECRET', 'short'],
  ['SESSION_SECRET', 'short'],
  ['SLA_SPEED', '0.5'],
  ['SLA_SPEED', 'fast'],
  ['TILES_URL', 'https://tiles.example/{z}/{x}.png'],
  ['LOG_LEVEL', 'loud'],
  ['ALLOW_PRIVATE_WEBHOOKS', 'yes'],
  ['TRUSTED_PROXIES', 'every one!'],
])('%s=%j gets one sentence that names it', (name, value) => {
  const found = problems({ ...valid, [name]: value });
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(new RegExp(`^${name} .*\\.$`));
});

test('a wrong value is never repeated, it may be a password', () => {
  const [sentence] = problems({ ...valid, DATABASE_URL: 'mysql://u:geheim@host/db' });
  expect(sentence).not.toContain('geheim');
});

test('wrong and missing settings are told together', () => {
  expect(problems({ ...valid, PORT: 'x', DATABASE_URL: undefined })).toHaveLength(2);
});

test('the launcher may start without servers and secrets, not with wrong ones', () => {
  expect(loadLauncherConfig({})).toMatchObject({ databaseUrl: undefined, appSecret: undefined });
  expect(() => loadLauncherConfig({ TEMPORAL_ADDRESS: 'nowhere' })).toThrow(ConfigError);
});

test('a demonstration reaches agencies on this machine, a server of one’s own does not', () => {
  expect(loadLauncherConfig({}).allowPrivateWebhooks).toBe(true);
  expect(loadLauncherConfig({ DATABASE_URL: valid.DATABASE_URL }).allowPrivateWebhooks).toBe(false);
  expect(loadLauncherConfig({ ALLOW_PRIVATE_WEBHOOKS: 'false' }).allowPrivateWebhooks).toBe(false);
});

test('a child reads back what it was given', () => {
  const config = loadConfig({
    ...valid,
    SLA_SPEED: '4000',
    SMTP_URL: 'smtp://localhost:1025',
    ALLOW_PRIVATE_WEBHOOKS: 'true',
  });
  expect(loadConfig(toEnvironment(config, {}))).toEqual(config);
});
