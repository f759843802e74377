import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

/** Made by `npm run build`, beside the compiled files. */
const PREBUILT = path.join(__dirname, '..', 'workflow-bundle.js');

export interface WorkflowBundle {
  code: string;
  /** Names the code: histories remember which build ran them. */
  buildId: string;
}

let loaded: Promise<WorkflowBundle> | undefined;

/** The workflows' code, prebuilt where there is a build, else bundled now (a few seconds, once a process). */
export function workflowBundle(): Promise<WorkflowBundle> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<WorkflowBundle> {
  const code = existsSync(PREBUILT) ? await readFile(PREBUILT, 'utf8') : await bundleNow();
  return { code, buildId: createHash('sha256').update(code).digest('hex').slice(0, 16) };
}

async function bundleNow(): Promise<string> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: require.resolve('../workflows'),
    logger: new DefaultLogger('ERROR'),
  });
  return code;
}
