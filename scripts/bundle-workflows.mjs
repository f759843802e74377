// node scripts/bundle-workflows.mjs FOLDER OUT: the workflows of FOLDER in one file, for Temporal's sandbox.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { bundleWorkflowCode } from '@temporalio/worker';

const [folder, out] = process.argv.slice(2).map((name) => path.resolve(name));
const problems = [];
const note = (message) => problems.push(message);
const quiet = () => {};
const logger = { log: quiet, trace: quiet, debug: quiet, info: quiet, warn: quiet, error: note };
try {
  const { code } = await bundleWorkflowCode({ workflowsPath: folder, logger });
  writeFileSync(out, code);
} catch (error) {
  console.error([error.message, ...problems].join('\n'));
  process.exit(1);
}
