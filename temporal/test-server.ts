import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '../db/cluster/command';
import { CACHE_DIR, TemporalMissing } from './cli';

const VERSION = '1.38.0';
const FOLDER = path.join(CACHE_DIR, 'temporal-test-server', VERSION);
const MAIN_CLASS = 'io.temporal.testserver.TestServer';

/**
 * Path of the time-skipping test server, fetched once from Maven Central. A workflow test
 * cannot do without it, so that what is missing is an error and never a skipped test.
 */
export async function ensureTestServer(): Promise<string> {
  const script = path.join(FOLDER, 'run');
  if (existsSync(script)) return script;
  if ((await run('java', ['-version'])).code !== 0) {
    throw new TemporalMissing('Workflow tests need Java 11 or newer (Debian: default-jre-headless).');
  }
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
    if (!existsSync(FOLDER)) renameSync(aside, FOLDER);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
  return script;
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
