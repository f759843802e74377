import { categoryKey, municipalityOf, slug } from './municipality';
import { cityRow } from './testing';

test.each([
  ['Street Light Outages', 'street-light-outages'],
  ['Pavé (rue)', 'pave-rue'],
  ['311 – Parks & Trees', 'parks-trees'],
])('the code of %s is %s', (name, code) => {
  expect(slug(name)).toBe(code);
});

test('names of the same letters, or of none, still get codes of their own', () => {
  const first = slug('Parks!');
  const second = slug('Parks?', new Set([first]));
  expect(second).toMatch(/^parks-[0-9a-f]{8}$/);
  expect(slug('道路')).toMatch(/^x-[0-9a-f]{8}$/);
});

test('a municipality holds every request, department and category of the file', () => {
  const rows = [
    cityRow({ latitude: 42.1, longitude: -71.5 }),
    cityRow({ latitude: 42.4, longitude: -71.0, type: 'Tree' }),
    cityRow({ department: 'Parks', type: 'Tree' }),
  ];
  const { definition, codes } = municipalityOf(rows);
  expect(definition.departments.map(({ code }) => code)).toEqual(['works', 'parks']);
  expect(definition.categories.map(({ code, department }) => [code, department])).toEqual([
    ['works-pothole', 'works'],
    ['works-tree', 'works'],
    ['parks-tree', 'parks'],
  ]);
  expect(definition.crews.map(({ department }) => department)).toEqual(['works', 'parks']);
  expect(codes.category.get(categoryKey(rows[2]!))).toBe('parks-tree');
  const ring = definition.boundary.coordinates[0]![0]!;
  expect(ring[0]).toEqual(ring.at(-1));
  expect(Math.min(...ring.map(([lon]) => lon))).toBeLessThan(-71.5);
  expect(Math.max(...ring.map(([, lat]) => lat))).toBeGreaterThan(42.4);
});
