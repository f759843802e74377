import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadConfig, toEnvironment } from '../temporal/config';

const ROOT = path.join(__dirname, '..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const compose = read('docker-compose.yml');
const listed = new Set([...read('.env.example').matchAll(/^(\w+)=/gm)].map(([, name]) => name));

const settings = Object.keys(
  toEnvironment(
    loadConfig({
      DATABASE_URL: 'postgres://someone@db.example/benecomune',
      TEMPORAL_ADDRESS: 'temporal:7233',
      APP_SECRET: 'a'.repeat(32),
      SESSION_SECRET: 's'.repeat(32),
    }),
    {},
  ),
);

test.each(settings)('%s stands in .env.example and reaches the containers', (name) => {
  expect(listed).toContain(name);
  expect(compose).toMatch(new RegExp(`^    ${name}: `, 'm'));
});

test('what docker-compose.yml asks of the environment stands in .env.example', () => {
  const asked = [...compose.matchAll(/(?<!\$)\$\{(\w+)/g)].map(([, name]) => name);
  expect(asked).toContain('POSTGRES_PASSWORD');
  expect([...new Set(asked)].filter((name) => !listed.has(name as string))).toEqual([]);
});

test('the example holds no secret', () => {
  expect(read('.env.example')).toMatch(/^POSTGRES_PASSWORD=\nAPP_SECRET=\nSESSION_SECRET=$/m);
});

test('every container runs a program that the build makes', () => {
  const programs = [...compose.matchAll(/dist\/([\w/-]+)\.js/g)].map(([, name]) => name);
  expect(programs.length).toBeGreaterThanOrEqual(7);
  expect(programs.filter((name) => !existsSync(path.join(ROOT, `${name}.ts`)))).toEqual([]);
});

test('images are pinned, and databases and Temporal are published to nobody else', () => {
  const images = [...compose.matchAll(/image: (\S+)/g)].map(([, image]) => image);
  expect(images.filter((image) => !/:(local|\d[\w.-]*)$/.test(image as string))).toEqual([]);
  const published = [...compose.matchAll(/ports:\n\s+- (\S+)/g)].map(([, port]) =>
    port?.replace(/\$\{\w+:-(.+)\}/, '$1'),
  );
  expect(published).toEqual(['127.0.0.1:8233:8080', '127.0.0.1:8080:8080']);
});
