import { storiesOf } from './stories';
import { cityRow } from './testing';
import { endOnWall, onWall, timelineOf } from './timeline';

const HOUR = 3600_000;
const timeline = timelineOf(0, 2, 3600, 1_000_000);

test('an hour of the file is a second on the wall at speed 3600', () => {
  expect(onWall(timeline, 5 * HOUR)).toBe(1_005_000);
  expect(endOnWall(timeline)).toBe(1_048_000);
});

test('nothing comes a moment too early', () => {
  expect(onWall(timeline, 1)).toBe(1_000_001);
});

test('a request opens, is due and is repaired at the file’s instants', () => {
  const [story] = storiesOf([cityRow({ opened: 1, target: 24, closed: 12 })], timeline);
  expect(story).toMatchObject({ openAt: 1_001_000, deadline: 1_024_000, repairAt: 1_012_000 });
});

test('what the city closed after the window, or never, stays open', () => {
  const stories = storiesOf(
    [cityRow({ closed: 49 }), cityRow({ closed: null }), cityRow({ closed: 48 })],
    timeline,
  );
  expect(stories.map(({ repairAt }) => repairAt)).toEqual([null, null, 1_048_000]);
});

test('nothing is repaired before it was reported', () => {
  const [story] = storiesOf([cityRow({ opened: 5, closed: 4 })], timeline);
  expect(story?.repairAt).toBe(story?.openAt);
});

test('some citizens rate, write or complain, and the same ones in every run', () => {
  const rows = Array.from({ length: 100 }, () => cityRow());
  const stories = storiesOf(rows, timeline);
  expect(stories.filter(({ citizen }) => citizen.stars !== null)).toHaveLength(34);
  expect(stories.filter(({ citizen }) => citizen.notFixed)).toHaveLength(5);
  expect(storiesOf(rows, timeline)).toEqual(stories);
});
