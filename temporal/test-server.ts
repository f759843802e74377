import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { aptGet, canInstall } from '../db/cluster/apt';
import { run } from '../db/cluster/command';
import { CACHE_DIR, TemporalMissing } from './cli';

const VERSION = '1.38.0';
const FOLDER = path.join(CACHE_DIR, 'temporal-test-server', VERSION);
const SCRIPT = path.join(FOLDER, 'run');
const DOWNLOADED = path.join(FOLDER, 'server');
const MAIN_CLASS = 'io.temporal.testserver.TestServer';

/**
 * Path of the time-skipping test server, obtained once: the SDK's own download, or where that
 * cannot be reached Maven's package. A workflow test cannot do without it, so that what is
 * missing is an error and never a skipped test.
 */
export async function ensureTestServer(say: (line: string) => void): Promise<string> {
  const present = [DOWNLOADED, SCRIPT].find((file) => existsSync(file));
  if (present) return present;
  say('Fetching the time-skipping test server of Temporal …');
  if (await downloadWithSdk()) return DOWNLOADED;
  await ensureJava(say);
  await fetchWithMaven();
  return SCRIPT;
}

/** The SDK keeps what it downloads under a name of its own. */
async function downloadWithSdk(): Promise<boolean> {
  mkdirSync(FOLDER, { recursive: true });
  try {
    const environment = await TestWorkflowEnvironment.createTimeSkipping({
      server: { executable: { type: 'cached-download', downloadDir: FOLDER } },
    });
    await environment.teardown();
  } catch {
    return false;
  }
  const file = readdirSync(FOLDER).find((name) => name.startsWith('temporal-test-server-'));
  if (file) renameSync(path.join(FOLDER, file), DOWNLOADED);
  return Boolean(file);
}

async function ensureJava(say: (line: string) => void): Promise<void> {
  const missing = async () =>
    (await run('java', ['-version'])).code !== 0 || (await run('mvn', ['-version'])).code !== 0;
  if (!(await missing())) return;
  if (canInstall()) {
    await aptGet(['update'], say);
    await aptGet(['install', 'default-jre-headless', 'maven'], say);
  }
  if (await missing()) {
    throw new TemporalMissing(
      'Workflow tests need Java 11 or newer and Maven (Debian: default-jre-headless and maven).',
    );
  }
}

async function fetchWithMaven(): Promise<void> {
  // Other test runs may fetch at the same time: each works aside, the first to finish wins.
  const aside = `${FOLDER}.${process.pid}`;
  mkdirSync(aside, { recursive: true });
  try {
    writeFileSync(path.join(aside, 'pom.xml'), pom());
    const fetched = await run('mvn', [
      ...['-q', '-B', '-f', path.join(aside, 'pom.xml'), 'dependency:copy-dependencies'],
      ...[`-DoutputDirectory=${path.join(aside, 'lib')}`, '-DincludeScope=runtime'],
    ]);
    if (fetched.code !== 0) {
      throw new TemporalMissing(
        `Maven could not fetch the test server of Temporal: ${fetched.output.trim().split('\n')[0]}`,
      );
    }
    writeFileSync(path.join(aside, 'run'), launchScript());
    chmodSync(path.join(aside, 'run'), 0o755);
    if (existsSync(SCRIPT)) return;
    rmSync(FOLDER, { recursive: true, force: true });
    renameSync(aside, FOLDER);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

const pom = () => `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>benecomune</groupId>
  <artifactId>temporal-test-server</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>io.temporal</groupId>
      <artifactId>temporal-test-server</artifactId>
      <version>${VERSION}</version>
    </dependency>
  </dependencies>
</project>
`;

// One thread of garbage collection and the quick compiler: it lives for seconds.
const launchScript = () => `#!/bin/sh
exec java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "${FOLDER}/lib/*" ${MAIN_CLASS} "$@"
`;
