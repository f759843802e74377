import type { Content, TableCell } from 'pdfmake/interfaces';
import type { DossierCase } from '../../../../domain/dossier/dossier';
import type { Locale } from '../../../../domain/vocabulary';
import { meanStars } from '../csv';
import { dayIn, numberIn, parted } from './format';
import type { Texts } from './texts';

/** Every case that the figures come from, one a row. */
export function caseTable(cases: readonly DossierCase[], locale: Locale, t: Texts): Content {
  if (cases.length === 0) return { text: t.none };
  const day = dayIn(locale, 'short');
  const [whole, one, two] = [0, 1, 2].map((digits) => numberIn(locale, digits));
  const right = (text: string): TableCell => ({ text, alignment: 'right' });
  const yesNo = (value: boolean | null) => (value === null ? '–' : value ? t.yes : t.no);
  const { column } = t;
  return {
    fontSize: 7,
    layout: 'lightHorizontalLines',
    table: {
      ...{ headerRows: 1, dontBreakRows: true },
      widths: [56, '*', 85, 100, 40, 30, 32, 38, 36, 42, 34],
      body: [
        [
          ...[column.number, column.supplier, column.category, column.materials, column.repairedOn],
          ...[column.hours, column.inTime, column.cost, column.stars, column.days, column.recurred],
        ].map((text) => ({ text, style: 'head' })),
        ...cases.map((row): TableCell[] => [
          row.number,
          parted(row.supplier[locale]),
          parted(row.category[locale]),
          parted(row.materials.map((material) => material[locale]).join(', ')) || '–',
          day(row.repairedOn),
          right(one!(row.hours)),
          yesNo(row.inTime),
          right(two!(row.cost)),
          right(row.stars.length > 0 ? `${one!(meanStars(row.stars))} (${row.stars.length})` : '–'),
          right(whole!(row.days)),
          yesNo(row.recurred),
        ]),
      ],
    },
  };
}
