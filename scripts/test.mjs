// npm test [-- jest's arguments]: set-up, check, all tests; the last line counts them.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { installDependencies } from './lib/install.mjs';
import { root } from './lib/paths.mjs';

const scratch = mkdtempSync(path.join(tmpdir(), 'benecomune-results-'));
const total = { passed: 0, failed: 0, skipped: 0 };
const run = (command, args, folder = root) =>
  spawnSync(command, args, { cwd: folder, stdio: 'inherit' }).status === 0;

try {
  await installDependencies();
  countStep(run('npm', ['run', 'check', '--silent']));
  const chosen = process.argv.slice(2);
  countTests('jest', ['--json', ...chosen]);
  if (chosen.length === 0) testConsole();
} catch (error) {
  console.error(error.message);
  total.failed++;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
// A test that did not run proves nothing.
process.exitCode = total.failed + total.skipped > 0 ? 1 : 0;

function testConsole() {
  const folder = path.join(root, 'admin-ui');
  countStep(run('npm', ['run', 'check', '--silent'], folder));
  countTests('vitest', ['run', '--reporter=default', '--reporter=json'], folder);
}

function countStep(succeeded) {
  if (succeeded) total.passed++;
  else total.failed++;
}

/** Runs a test runner that writes jest's JSON and adds its figures up. */
function countTests(runner, args, folder = root) {
  const file = path.join(scratch, `${runner}.json`);
  const succeeded = run('npx', ['--no-install', runner, ...args, `--outputFile=${file}`], folder);
  const results = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
  const failed = results ? results.numFailedTests + (results.numRuntimeErrorTestSuites ?? 0) : 1;
  total.passed += results?.numPassedTests ?? 0;
  total.skipped += (results?.numPendingTests ?? 0) + (results?.numTodoTests ?? 0);
  // A runner may fail without a failing test, for example in its own set-up or teardown.
  total.failed += !succeeded && failed === 0 ? 1 : failed;
}
