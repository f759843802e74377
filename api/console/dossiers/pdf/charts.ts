import type { CanvasElement, Content } from 'pdfmake/interfaces';
import type { DossierFigure } from '../../../../domain/dossier/dossier';
import type { FigureName } from '../../../../domain/quality/scorecard';
import type { Spell } from '../../../../domain/quality/spell';
import { curveOf, readableUntil, type Step } from '../../../../domain/quality/survival';

export const INK = '#0b4f9e';
const BAND = '#b8d0ea';
const GRID = '#d5d9de';
const WORDS = '#4a4f55';

/** Where a figure's bars begin and end: stars and shares have a scale of their own. */
export function scaleOf(name: FigureName, figures: readonly (DossierFigure | null)[]): [number, number] {
  if (name === 'stars') return [1, 5];
  if (name === 'holds90' || name === 'holds365' || name === 'inTime') return [0, 1];
  return [0, Math.max(...figures.map((figure) => Number(figure?.high ?? 0))) || 1];
}

const BAR = { width: 150, height: 10 };

/** A dot, and a bar for its interval. */
export function intervalBar({ value, low, high }: DossierFigure, [from, to]: [number, number]): Content {
  const x = (at: string) => Math.min(1, Math.max(0, (Number(at) - from) / (to - from))) * BAR.width;
  const middle = BAR.height / 2;
  const canvas: CanvasElement[] = [
    { type: 'rect', x: 0, y: 0, w: BAR.width, h: BAR.height, color: '#eef1f4' },
    { type: 'rect', x: x(low), y: 2, w: Math.max(1, x(high) - x(low)), h: BAR.height - 4, color: BAND },
    { type: 'ellipse', x: x(value), y: middle, r1: 3, r2: 3, color: INK },
  ];
  return { canvas, margin: [0, 1, 0, 0] };
}

const SIZE = { width: 250, height: 130, left: 30, right: 8, top: 6, bottom: 24 };

/** The share of repairs that still hold, as an SVG of its own; it ends where too few are watched. */
export function survivalCurve(spells: readonly Spell[], days: string): string {
  const lastDay = readableUntil(spells);
  const steps = curveOf(spells).filter((step) => step.days <= lastDay);
  const x = (day: number) => SIZE.left + (day / Math.max(1, lastDay)) * (SIZE.width - SIZE.left - SIZE.right);
  const y = (share: number) => SIZE.top + (1 - share) * (SIZE.height - SIZE.top - SIZE.bottom);
  const stairs = (of: (step: Step) => number): string[] => {
    let level = y(1);
    const corners = [[x(0), level]];
    for (const step of steps) {
      corners.push([x(step.days), level]);
      level = y(of(step));
      corners.push([x(step.days), level]);
    }
    return [...corners, [x(lastDay), level]].map(([a, b]) => `${a!.toFixed(1)},${b!.toFixed(1)}`);
  };
  const band = [...stairs(({ high }) => high), ...stairs(({ low }) => low).reverse()].join(' ');
  const word = (text: string | number, at: [number, number], anchor = 'middle') =>
    `<text x="${at[0].toFixed(1)}" y="${at[1].toFixed(1)}" text-anchor="${anchor}" font-size="7" fill="${WORDS}">${text}</text>`;
  const shares = [0, 0.25, 0.5, 0.75, 1].map(
    (share) =>
      `<line x1="${SIZE.left}" x2="${SIZE.width - SIZE.right}" y1="${y(share)}" y2="${y(share)}" stroke="${GRID}" stroke-width="0.5"/>` +
      word(`${share * 100} %`, [SIZE.left - 3, y(share) + 2.5], 'end'),
  );
  const ticks = ticksOf(lastDay).map((day) => word(day, [x(day), y(0) + 9]));
  return [
    `<svg width="${SIZE.width}" height="${SIZE.height}" viewBox="0 0 ${SIZE.width} ${SIZE.height}" font-family="Roboto">`,
    ...shares,
    ...ticks,
    word(days, [SIZE.width - SIZE.right, SIZE.height - 4], 'end'),
    `<polygon points="${band}" fill="${BAND}" fill-opacity="0.6"/>`,
    `<polyline points="${stairs(({ holds }) => holds).join(' ')}" fill="none" stroke="${INK}" stroke-width="1.2"/>`,
    '</svg>',
  ].join('');
}

/** Days that the axis names, six or seven at most. */
function ticksOf(lastDay: number): number[] {
  const step = [5, 10, 30, 60, 90, 180, 365].find((days) => lastDay / days <= 6) ?? 730;
  return Array.from({ length: Math.floor(lastDay / step) + 1 }, (_, index) => index * step);
}
