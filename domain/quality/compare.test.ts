import { compareGroups, type Group } from './compare';
import { outcome } from './testing';

const group = (id: string): Group => ({ id, nameIt: `${id} it`, nameEn: `${id} en` });
const repairs = (count: number, groups: Group[], change = {}) =>
  Array.from({ length: count }, () => ({ ...outcome(change), groups }));

test('a repair counts for each of its groups, and for what is usual also without any', () => {
  const [tar, sand, few] = [group('tar'), group('sand'), group('few')];
  const rated = { stars: [4] };
  const alone = compareGroups(repairs(30, [tar, sand], rated));
  expect(alone.map(({ id, nameEn, repairs }) => [id, nameEn, repairs])).toEqual([
    ['tar', 'tar en', 30],
    ['sand', 'sand en', 30],
  ]);
  const among = compareGroups([
    ...repairs(30, [tar, sand], rated),
    ...repairs(3, [few]),
    ...repairs(500, [], { stars: [1] }),
  ]);
  expect(among.map(({ id, verdict, ranks }) => [id, verdict, ranks.stars])).toEqual([
    ['tar', 'enough', 1],
    ['sand', 'enough', 1],
    ['few', 'not-enough-data', null],
  ]);
  const stars = ([card]: typeof among) => (card?.verdict === 'enough' ? card.figures.stars!.value : 0);
  expect(stars(among)).toBeLessThan(stars(alone));
});
