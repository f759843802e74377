import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { HashedDossier } from '../../../../db/views/dossier';
import type { DossierCard } from '../../../../domain/dossier/dossier';
import { figureNames } from '../../../../domain/quality/scorecard';
import type { Locale } from '../../../../domain/vocabulary';
import { caseTable } from './cases';
import { INK, intervalBar, scaleOf, survivalCurve } from './charts';
import { dayIn, figureIn, numberIn, parted } from './format';
import { type Texts, texts } from './texts';

/** What is printed, with the names of what was chosen; empty where all is meant. */
export interface PrintTask {
  dossier: HashedDossier;
  locale: Locale;
  /** "Comune di …". */
  town: string;
  suppliers: string[];
  categories: string[];
  department: string | null;
}

/** A dossier as pages: what it is about, figures with intervals, curves, and the cases. Nothing in it depends on the day of printing. */
export function documentOf(task: PrintTask): TDocumentDefinitions {
  const { dossier, locale, town } = task;
  const t = texts[locale];
  const { selection } = dossier.data;
  const made = new Date(`${selection.until}T00:00:00Z`);
  return {
    pageSize: 'A4',
    pageMargins: [45, 45, 45, 50],
    language: locale,
    info: {
      ...{ title: t.title, author: town, subject: t.subject, keywords: dossier.hash },
      ...{ creator: 'BeneComune', producer: 'BeneComune', creationDate: made, modDate: made },
    },
    defaultStyle: { font: 'Roboto', fontSize: 9, lineHeight: 1.15 },
    styles: {
      title: { fontSize: 22, bold: true, color: INK, margin: [0, 0, 0, 6] },
      part: { fontSize: 14, bold: true, color: INK, margin: [0, 16, 0, 6] },
      figure: { fontSize: 10.5, bold: true, margin: [0, 10, 0, 3] },
      head: { bold: true, fillColor: '#e6edf5' },
      quiet: { color: '#4a4f55' },
    },
    footer: (page, pages) => ({
      margin: [45, 14, 45, 0],
      fontSize: 7,
      color: '#4a4f55',
      columns: [
        { width: '*', text: `SHA-256 ${dossier.hash}` },
        { width: 'auto', text: t.page(page, pages), alignment: 'right' },
      ],
    }),
    content: [
      cover(task, t),
      overview(dossier.data.suppliers, locale, t),
      ...figurePart(dossier.data.suppliers, locale, t),
      ...curvePart(dossier, locale, t),
      { text: t.cases, style: 'part', pageBreak: 'before', pageOrientation: 'landscape' },
      caseTable(dossier.data.cases, locale, t),
    ],
  };
}

function cover({ dossier, locale, town, suppliers, categories, department }: PrintTask, t: Texts): Content {
  const { selection, counts, compared, method } = dossier.data;
  const day = dayIn(locale);
  const rows: [string, string][] = [
    [t.suppliers, parted(suppliers.join(', ')) || t.all],
    [t.categories, parted(categories.join(', ')) || t.allCategories],
    [t.department, department === null ? t.whole : parted(department)],
    [t.period, `${day(selection.from)} ${t.to} ${day(selection.to)}`],
    [t.until, day(selection.until)],
    [t.contents, t.counts(counts.repairs, counts.rated, counts.recurred)],
    [t.usual, t.compared(compared.repairs, compared.recurred)],
  ];
  return [
    { text: town, style: 'quiet', fontSize: 12, margin: [0, 20, 0, 4] },
    { text: t.title, style: 'title' },
    { text: t.subject, fontSize: 11, margin: [0, 0, 0, 14] },
    {
      layout: 'noBorders',
      table: {
        widths: [110, '*'],
        body: rows.map(([name, said]): TableCell[] => [{ text: name, bold: true }, { text: said }]),
      },
    },
    { text: t.hash, bold: true, margin: [0, 12, 0, 2] },
    { text: dossier.hash, fontSize: 11, color: INK },
    { text: t.hashHelp, style: 'quiet' },
    { text: t.method, style: 'part' },
    {
      ul: t.notes({ repairs: method.fewestRepairs, rated: method.fewestRated }).map((text) => ({
        ...{ text, margin: [0, 0, 0, 4] as [number, number, number, number] },
      })),
    },
  ];
}

const head = (...names: string[]): TableCell[] => names.map((text) => ({ text, style: 'head' }));

function overview(cards: readonly DossierCard[], locale: Locale, t: Texts): Content {
  if (cards.length === 0) return { text: t.none, margin: [0, 16, 0, 0] };
  const days = numberIn(locale, 0);
  const day = (fixed: string | null) => (fixed === null ? '…' : days(fixed));
  const median = ({ medianDays: of }: DossierCard) =>
    !of ? '–' : of.value === null ? t.notYet : t.between(day(of.value), day(of.low), day(of.high));
  return [
    { text: t.overview, style: 'part', pageBreak: 'before' },
    {
      layout: 'lightHorizontalLines',
      table: {
        headerRows: 1,
        widths: ['*', 'auto', 'auto', 'auto', 'auto'],
        body: [
          head(t.supplier, t.repairs, t.rated, t.median, t.enough),
          ...cards.map((card): TableCell[] => [
            { text: parted(card.supplier[locale]) },
            { text: days(card.repairs), alignment: 'right' },
            { text: days(card.rated), alignment: 'right' },
            { text: median(card), alignment: 'right' },
            { text: card.figures ? t.yes : t.few },
          ]),
        ],
      },
    },
  ];
}

/** One table a figure; who has too few repairs for any stands in the overview alone. */
function figurePart(cards: readonly DossierCard[], locale: Locale, t: Texts): Content[] {
  const enough = cards.filter(({ figures }) => figures !== null);
  if (enough.length === 0) return [];
  return [
    { text: t.figures, style: 'part' },
    ...figureNames.map((name): Content => {
      const scale = scaleOf(
        name,
        enough.map(({ figures }) => figures?.[name] ?? null),
      );
      const say = figureIn(locale, name);
      return {
        // A title does not stay behind when its table goes to the next page.
        unbreakable: enough.length <= 15,
        stack: [
          { text: t.figure[name], style: 'figure' },
          {
            layout: 'lightHorizontalLines',
            table: {
              ...{ headerRows: 1, dontBreakRows: true, widths: ['*', 152, 145, 32] },
              body: [
                head(t.supplier, '', t.value, t.rank),
                ...enough.map(({ supplier, figures }): TableCell[] => {
                  const figure = figures?.[name] ?? null;
                  const said = figure && t.between(say(figure.value), say(figure.low), say(figure.high));
                  return [
                    { text: parted(supplier[locale]) },
                    figure ? (intervalBar(figure, scale) as TableCell) : { text: '' },
                    { text: said ?? t.missing, ...(!said && { style: 'quiet' }) },
                    { text: figure?.rank ? String(figure.rank) : '–', alignment: 'right' },
                  ];
                }),
              ],
            },
          },
        ],
      };
    }),
  ];
}

/** The curves of those with enough repairs, two beside each other. */
function curvePart({ data: { suppliers, cases } }: HashedDossier, locale: Locale, t: Texts): Content[] {
  const drawn = suppliers
    .filter(({ figures }) => figures !== null)
    .map(({ supplier }): Content => {
      const own = cases.filter((one) => one.supplier.id === supplier.id);
      const spells = own.map(({ days, recurred }) => ({ days: Number(days), recurred }));
      return {
        ...{ width: '*', margin: [0, 0, 0, 10] as [number, number, number, number] },
        stack: [{ text: parted(supplier[locale]), style: 'figure' }, { svg: survivalCurve(spells, t.days) }],
      };
    });
  if (drawn.length === 0) return [];
  const pairs = Array.from({ length: Math.ceil(drawn.length / 2) }, (_, index) =>
    drawn.slice(2 * index, 2 * index + 2),
  );
  return [
    { text: t.curves, style: 'part', pageBreak: 'before' },
    { text: t.curvesHelp, style: 'quiet' },
    ...pairs.map(
      ([left, right]): Content => ({
        ...{ unbreakable: true, columnGap: 10 },
        columns: [left!, right ?? { text: '', width: '*' }],
      }),
    ),
  ];
}
