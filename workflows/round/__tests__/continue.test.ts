import {
  dispatch,
  roundFacts,
  roundHandle,
  roundOver,
  roundState,
  tell,
  toAssign,
} from '../../testing/rounds';
import { Stage } from '../../testing/stage';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

const AT_ONCE = 9;
const MOST = 900;

test('a round that has grown long goes on in a new run, and what was said before counts once', async () => {
  const cases = [await stage.report(), await stage.report(), await stage.report()];
  for (const { caseId } of cases) await toAssign(stage, caseId);
  const [first, ...others] = cases.map(({ caseId }) => caseId);
  const roundId = await dispatch(stage, cases);
  const said = await tell(stage, roundId, 'arrive', { caseId: first! }, 'early');
  const runOf = async () => (await roundHandle(stage, roundId).describe()).runId;
  const firstRun = await runOf();
  let sent = 0;
  while ((await runOf()) === firstRun) {
    expect(sent).toBeLessThan(MOST);
    const order = sent % 2 === 0 ? others.toReversed() : others;
    await Promise.all(Array.from({ length: AT_ONCE }, () => tell(stage, roundId, 'reorder', { order })));
    sent += AT_ONCE;
    // Kept among the last two hundred, which travel on.
    if (sent % 90 < AT_ONCE) await tell(stage, roundId, 'arrive', { caseId: first! }, 'early');
  }
  expect(roundFacts(stage, roundId).filter((name) => name === 'reordered')).toHaveLength(sent);
  const versions = stage.world.callsOf('recordRound', roundId).map(({ state }) => state.version);
  expect(versions).toEqual([...versions].sort((a, b) => a - b));
  expect(stage.world.callsOf('archiveHistory', `round-${roundId}`)).toMatchObject([{ runId: firstRun }]);

  expect(said).toEqual({ version: 2, refused: null });
  await tell(stage, roundId, 'done', { caseId: first!, repairId: 'r' });
  await roundOver(stage, roundId);
  expect(roundState(stage, roundId).stops.map(({ status }) => status)).toEqual([
    'done',
    'returned',
    'returned',
  ]);
}, 240_000);
