import { reviewHandle, setFollowUp } from '../../testing/reviews';
import { hour, Stage } from '../../testing/stage';

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

const day = 24 * hour;
const inDays = async (days: number) => Math.round(await stage.now()) + days * day;
const dueOf = (reviewId: string) => stage.world.reviews.get(reviewId)!.due;
const asked = (reviewId: string) => stage.world.callsOf('followUpOf', reviewId).length;

test('on the day that was set the review falls due, and the run ends', async () => {
  const followUpAt = await inDays(30);
  const reviewId = await setFollowUp(stage, followUpAt);
  await stage.until(() => asked(reviewId) === 1);
  await stage.reach(followUpAt - hour);
  expect(dueOf(reviewId)).toEqual([]);
  await reviewHandle(stage, reviewId).result();
  expect(dueOf(reviewId)).toEqual([followUpAt]);
  expect(stage.world.callsOf('archiveHistory', `review-${reviewId}`)).toHaveLength(1);
});

test('another day is set: the first one passes in silence', async () => {
  const [first, second] = [await inDays(10), await inDays(20)];
  const reviewId = await setFollowUp(stage, first);
  await stage.until(() => asked(reviewId) === 1);
  await setFollowUp(stage, second, reviewId);
  await stage.until(() => asked(reviewId) === 2);
  await stage.reach(first + hour);
  expect(dueOf(reviewId)).toEqual([]);
  await reviewHandle(stage, reviewId).result();
  expect(dueOf(reviewId)).toEqual([second]);
});

test('it is closed before its day: nothing is waited for', async () => {
  const reviewId = await setFollowUp(stage, await inDays(10));
  await stage.until(() => asked(reviewId) === 1);
  await setFollowUp(stage, null, reviewId);
  await reviewHandle(stage, reviewId).result();
  expect(dueOf(reviewId)).toEqual([]);
});

test('a day that has passed falls due at once', async () => {
  const followUpAt = await inDays(-1);
  const reviewId = await setFollowUp(stage, followUpAt);
  await reviewHandle(stage, reviewId).result();
  expect(dueOf(reviewId)).toEqual([followUpAt]);
});

test('what is said while the run ends is heard by the same run or by a new one', async () => {
  const release = stage.world.hold('archiveHistory');
  const first = await inDays(-1);
  const reviewId = await setFollowUp(stage, first);
  await stage.until(() => dueOf(reviewId).length === 1);
  const second = await inDays(5);
  await setFollowUp(stage, second, reviewId);
  release();
  await reviewHandle(stage, reviewId).result();
  expect(dueOf(reviewId)).toEqual([first, second]);
});
