import { createHash } from 'node:crypto';
import { type Definition, definitionSchema } from '../../db/seed/definition';
import type { CityRow } from './rows';

/** Degrees around the outermost requests, so that none lies on the boundary. */
const PADDING = 0.01;

/** Readable and unique: the name's letters, and a digest where they do not tell two names apart. */
export function slug(name: string, taken: ReadonlySet<string> = new Set()): string {
  const letters = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 50)
    .replace(/-+$/, '');
  const fits = /^[a-z][a-z0-9-]+$/.test(letters);
  if (fits && !taken.has(letters)) return letters;
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return `${fits ? letters : 'x'}-${digest}`;
}

/** Codes of the product for the city's own words. */
export interface Codes {
  department: Map<string, string>;
  /** By `categoryKey`. */
  category: Map<string, string>;
}

/** The city gives one type of request to several departments; each is a category of its own. */
export const categoryKey = ({ department, type }: Pick<CityRow, 'department' | 'type'>) =>
  `${department}\n${type}`;

/** A municipality that could have received these requests: a box around them, and the departments they name. */
export function municipalityOf(rows: readonly CityRow[]): { definition: Definition; codes: Codes } {
  const codes: Codes = { department: new Map(), category: new Map() };
  const name = (map: Map<string, string>, key: string, words: string) => {
    if (!map.has(key)) map.set(key, slug(words, new Set(map.values())));
    return map.get(key) as string;
  };
  for (const row of rows) {
    name(codes.department, row.department, row.department);
    name(codes.category, categoryKey(row), `${row.department} ${row.type}`);
  }
  const [west, east] = bounds(rows.map(({ longitude }) => longitude));
  const [south, north] = bounds(rows.map(({ latitude }) => latitude));
  const definition = definitionSchema.parse({
    name: 'Replayed city',
    istatCode: '000000',
    prefix: 'RC',
    timezone: 'UTC',
    contactEmail: 'requests@city.example',
    center: [(west + east) / 2, (south + north) / 2],
    boundary: { type: 'MultiPolygon', coordinates: [[box(west, south, east, north)]] },
    departments: [...codes.department].map(([nameEn, code]) => ({ code, nameIt: nameEn, nameEn })),
    categories: [...codes.category].map(([key, code]) => {
      const [department = '', type = ''] = key.split('\n');
      return {
        code,
        department: codes.department.get(department),
        nameIt: type,
        nameEn: type,
        group: 'requests',
      };
    }),
    crews: [...codes.department].map(([words, code]) => ({ department: code, name: `${words} 1` })),
  });
  return { definition, codes };
}

function bounds(values: number[]): [number, number] {
  const least = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const most = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return [least - PADDING, most + PADDING];
}

const box = (west: number, south: number, east: number, north: number) => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
