import { compareNumbers } from '../../domain/grouping/numbers';
import { JOIN, scoreOf } from '../../domain/grouping/score';
import { metresBetween } from '../grouping/nearby';
import { similarity } from '../grouping/trigrams';
import { stormReports } from './reports';

interface Body {
  latitude: number;
  longitude: number;
  text: string;
  accuracy?: number;
}

test('the reports of the flood are alike enough to become one case, whichever came first', () => {
  const flood = (stormReports(400, 100, ['litter']) as Body[]).filter(({ text }) => text.startsWith('Allag'));
  expect(flood).toHaveLength(100);
  for (const one of flood) {
    for (const first of flood.slice(0, 35)) {
      const score = scoreOf({
        metres: metresBetween(one, first),
        accuracyMetres: one.accuracy ?? 0,
        radiusMetres: 100,
        hours: 0,
        closedHours: null,
        kinship: 'same',
        words: similarity(one.text, first.text),
        numbers: compareNumbers(one.text, first.text),
      });
      expect(score).toBeGreaterThanOrEqual(JOIN);
    }
  }
});
