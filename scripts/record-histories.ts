import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { WorkflowNotFoundError } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { workflowBundle } from '../temporal/bundle';
import { caseWorkflowId } from '../workflows/case/messages';
import { emergencyWorkflowId } from '../workflows/emergency/messages';
import { reportWorkflowId } from '../workflows/report/messages';
import { reviewWorkflowId } from '../workflows/review/messages';
import { roundWorkflowId } from '../workflows/round/messages';
import { Stage } from '../workflows/testing/stage';
import { stories } from '../workflows/testing/stories';

/** The sources' folder: this file runs compiled, in `dist/scripts`. */
const WORKFLOWS = path.join(__dirname, '..', '..', 'workflows');

const fileOf = (workflow: string, story: string) =>
  path.join(WORKFLOWS, workflow, '__histories__', `${story}.json`);

/** Plays the stories that were never recorded and keeps their histories beside the workflows. */
async function main(): Promise<void> {
  const fresh = Object.keys(stories).filter((story) => !existsSync(fileOf('case', story)));
  if (fresh.length === 0)
    console.log('Every story is recorded. One that is recorded is never recorded anew.');
  for (const story of fresh) await record(story);
}

async function record(story: string): Promise<void> {
  const stage = await Stage.open({ bundle: workflowBundle() });
  try {
    const { reportId, caseId, roundId, reviewId } = await stories[story]!(stage);
    await keep(stage, fileOf('report', story), reportWorkflowId(reportId));
    await keep(stage, fileOf('emergency', story), emergencyWorkflowId({ caseId, forwardNumber: 1 }));
    if (roundId) await keep(stage, fileOf('round', story), roundWorkflowId(roundId));
    if (reviewId) await keep(stage, fileOf('review', story), reviewWorkflowId(reviewId));
    // Last: it says that the story is recorded.
    await keep(stage, fileOf('case', story), caseWorkflowId(caseId));
  } finally {
    await stage.close();
  }
}

/** The last run's history once it has ended; a case without an emergency has no forward. */
async function keep({ env }: Stage, file: string, workflowId: string): Promise<void> {
  const handle = env.client.workflow.getHandle(workflowId);
  try {
    await handle.result();
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return;
    throw error;
  }
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, anonymous(historyToJSON(await handle.fetchHistory())));
  console.log(path.relative(path.join(WORKFLOWS, '..'), file));
}

/** Without the names of the machine and processes that played it. */
function anonymous(history: string): string {
  return `${JSON.stringify(JSON.parse(history)).replaceAll(/"identity":"[^"]*"/g, '"identity":"stage"')}\n`;
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
