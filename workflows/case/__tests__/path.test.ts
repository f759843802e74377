import { Stage } from '../../testing/stage';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

test('a problem lives its whole life: verified, repaired, rated, closed, told', async () => {
  const { caseId, reportId } = await stage.report();
  await stage.work(caseId);
  await stage.repair(caseId);
  await stage.until(() => stage.world.callsOf('askForRating', reportId).length === 1);
  await stage.act(reportId, 'rating');
  await stage.untilFact(caseId, 'rated');
  await stage.end(caseId);
  expect(stage.facts(caseId).map(({ name }) => name)).toEqual([
    'opened',
    'verified',
    'accepted',
    'assigned',
    'started',
    'repaired',
    'qualified',
    'rating-asked',
    'rated',
    'closed',
  ]);
  expect(stage.state(caseId)).toMatchObject({ status: 'closed', outcome: 'repaired', ratings: 1 });
  await stage.until(() => stage.world.settled.has(reportId));
  expect(stage.world.settled.get(reportId)).toBe('repaired');
  expect(stage.world.callsOf('archiveHistory', `case-${caseId}`)).toHaveLength(1);
});
