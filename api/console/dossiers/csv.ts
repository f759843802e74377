import { stringify } from 'csv-stringify/sync';
import type { HashedDossier } from '../../../db/views/dossier';
import { figureNames } from '../../../domain/quality/scorecard';

export const csvTables = ['about', 'figures', 'cases'] as const;
export type CsvTable = (typeof csvTables)[number];

/**
 * A table of a dossier: how it was computed and of what, the figures, or the cases; together all of its data. Every row names the hash of the data. Numbers have a point, days are ISO 8601, names are Italian.
 * Without figures the numbers of a supplier are empty: there are too few repairs.
 */
export function dossierCsv({ data, hash }: HashedDossier, table: CsvTable): string {
  const rows = rowsOf[table](data);
  // What begins like a formula is none for a spreadsheet.
  return stringify(
    rows.map((row) => ({ ...row, dossier: hash })),
    { header: true, escape_formulas: true, columns: [...columns[table], 'dossier'] },
  );
}

const columns: Record<CsvTable, string[]> = {
  about: ['what', 'value'],
  figures: ['supplier', 'supplierId', 'repairs', 'rated', 'figure', 'value', 'low', 'high', 'count', 'rank'],
  cases: [
    ...['number', 'supplier', 'category', 'materials', 'openedOn', 'repairedOn', 'hours', 'inTime', 'cost'],
    ...['stars', 'ratings', 'given', 'daysWatched', 'cameBack'],
    ...['id', 'supplierId', 'categoryId', 'materialIds'],
  ],
};

type Data = HashedDossier['data'];

const aboutRows = ({ method, selection, compared, counts }: Data) =>
  Object.entries({ method, selection, compared, counts }).flatMap(([part, said]) =>
    Object.entries(said).map(([name, value]) => ({
      ...{ what: `${part}.${name}`, value: Array.isArray(value) ? value.join(';') : value },
    })),
  );

const figureRows = ({ suppliers }: Data) =>
  suppliers.flatMap(({ supplier, repairs, rated, figures, medianDays }) => {
    const own = { supplier: supplier.it, supplierId: supplier.id, repairs, rated };
    return [
      ...figureNames.map((figure) => ({ ...own, figure, ...figures?.[figure] })),
      { ...own, figure: 'medianDays', ...medianDays },
    ];
  });

const yesNo = (value: boolean | null) => (value === null ? '' : value ? 'yes' : 'no');

const caseRows = ({ cases }: Data) =>
  cases.map(({ number, supplier, category, materials, stars, inTime, days, recurred, ...one }) => ({
    ...{ number, supplier: supplier.it, category: category.it, ...one, inTime: yesNo(inTime) },
    materials: materials.map(({ it }) => it).join('; '),
    stars: stars.length > 0 ? meanStars(stars).toFixed(2) : '',
    ratings: stars.length,
    given: stars.join(';'),
    ...{ supplierId: supplier.id, categoryId: category.id },
    materialIds: materials.map(({ id }) => id).join(';'),
    ...{ daysWatched: days, cameBack: yesNo(recurred) },
  }));

const rowsOf: Record<CsvTable, (data: Data) => object[]> = {
  ...{ about: aboutRows, figures: figureRows, cases: caseRows },
};

/** What citizens gave on average. */
export const meanStars = (stars: readonly number[]): number =>
  stars.reduce((total, one) => total + one, 0) / stars.length;
