import { stringify } from 'csv-stringify/sync';
import type { HashedDossier } from '../../../db/views/dossier';
import { figureNames } from '../../../domain/quality/scorecard';

export const csvTables = ['figures', 'cases'] as const;
export type CsvTable = (typeof csvTables)[number];

/**
 * A table of a dossier; every row names the hash of the data. Numbers have a point, days are ISO 8601, names are Italian.
 * Without figures the numbers of a supplier are empty: there are too few repairs.
 */
export function dossierCsv({ data, hash }: HashedDossier, table: CsvTable): string {
  const rows = table === 'figures' ? figureRows(data) : caseRows(data);
  // What begins like a formula is none for a spreadsheet.
  return stringify(
    rows.map((row) => ({ ...row, dossier: hash })),
    { header: true, escape_formulas: true, columns: [...columns[table], 'dossier'] },
  );
}

const columns: Record<CsvTable, string[]> = {
  figures: ['supplier', 'supplierId', 'repairs', 'rated', 'figure', 'value', 'low', 'high', 'count', 'rank'],
  cases: [
    ...['number', 'supplier', 'category', 'materials', 'openedOn', 'repairedOn', 'hours', 'inTime', 'cost'],
    ...['stars', 'ratings', 'daysWatched', 'cameBack'],
  ],
};

type Data = HashedDossier['data'];

const figureRows = ({ suppliers }: Data) =>
  suppliers.flatMap(({ supplier, repairs, rated, figures }) =>
    figureNames.map((figure) => ({
      ...{ supplier: supplier.it, supplierId: supplier.id, repairs, rated, figure },
      ...figures?.[figure],
    })),
  );

const yesNo = (value: boolean | null) => (value === null ? '' : value ? 'yes' : 'no');

const caseRows = ({ cases }: Data) =>
  cases.map(({ number, supplier, category, materials, stars, inTime, days, recurred, ...one }) => ({
    ...{ number, supplier: supplier.it, category: category.it, ...one, inTime: yesNo(inTime) },
    materials: materials.map(({ it }) => it).join('; '),
    stars: stars.length > 0 ? meanStars(stars).toFixed(2) : '',
    ratings: stars.length,
    ...{ daysWatched: days, cameBack: yesNo(recurred) },
  }));

/** What citizens gave on average. */
export const meanStars = (stars: readonly number[]): number =>
  stars.reduce((total, one) => total + one, 0) / stars.length;
