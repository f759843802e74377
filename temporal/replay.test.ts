import { readFileSync } from 'node:fs';
import path from 'node:path';
import { replay } from './replay';

const json = readFileSync(path.join(__dirname, '../workflows/case/__histories__/answered.json'), 'utf8');

test('a history is run again to the same decisions', async () => {
  await expect(replay(json, 'case-1')).resolves.toMatchObject({ reproduced: true, message: null });
});

test("a history that today's program does not know is a verdict, not an error", async () => {
  const older = json.replaceAll('"caseWorkflow"', '"caseWorkflowOfOnce"');
  const verdict = await replay(older, 'case-1');
  expect(verdict.reproduced).toBe(false);
  expect(verdict.message).toContain('caseWorkflowOfOnce');
});
