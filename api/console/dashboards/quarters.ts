import type { DataSource } from 'typeorm';
import { type FindingRow, listCells, listFindings, listReviews } from '../../../db/views/dashboards';
import { ringOf } from '../../../domain/dashboards/cell';
import { quarterBefore } from '../../../domain/dashboards/quarter';
import type { Asked, Figure } from './asked';

/** Reviews that were open when the quarter ended, or are, and how many of them should have been closed. */
export async function reviews(db: DataSource, asked: Asked) {
  const { quarter, departments, departmentIds } = asked;
  const rows = await listReviews(db, departments, [quarter, quarterBefore(quarter)]);
  const at = asked.to.toISOString();
  const figures = (id?: string) => {
    const sum = (what: 'open' | 'overdue', own: boolean) =>
      rows
        .filter((row) => (!id || row.departmentId === id) && (row.quarter === quarter.from) === own)
        .reduce((total, row) => total + row[what], 0);
    const figure = (what: 'open' | 'overdue', filter: string): Figure => ({
      value: sum(what, true),
      before: sum(what, false),
      cases: asked.behind({ [filter]: at }, id),
    });
    return { open: figure('open', 'reviewAt'), overdue: figure('overdue', 'reviewOverdueAt') };
  };
  return {
    total: figures(),
    departments: departmentIds.map((id) => ({ departmentId: id, ...figures(id) })),
  };
}

/** Why each department is late, if it is (docs/diagnosis.md), and what was found in the quarter before. */
export async function findings(db: DataSource, { quarter, departments, departmentIds }: Asked) {
  const rows = await listFindings(db, departments, [quarter, quarterBefore(quarter)]);
  const of = (id: string, from: string): FindingRow | undefined =>
    rows.find((row) => row.departmentId === id && row.quarter === from);
  return {
    departments: departmentIds.map((departmentId) => {
      const own = of(departmentId, quarter.from);
      return {
        departmentId,
        verdict: own?.verdict ?? null,
        findings: own?.findings ?? [],
        asOf: own?.asOf ?? null,
        before: of(departmentId, quarterBefore(quarter).from)?.verdict ?? null,
      };
    }),
  };
}

/** Squares of the map as GeoJSON: what was reported in the quarter, how many people need it how urgently, what came back. */
export async function map(db: DataSource, asked: Asked) {
  const cells = await listCells(db, asked.departments, asked.quarter);
  const { from, to } = asked;
  return {
    cases: asked.behind({ openedFrom: from.toISOString(), openedTo: to.toISOString() }),
    type: 'FeatureCollection',
    features: cells.map(({ row, col, ...figures }) => ({
      type: 'Feature',
      geometry: { type: 'Polygon', coordinates: [ringOf({ row, col })] },
      // With the collection's filter it opens the cases of the square.
      properties: { cell: `${row},${col}`, ...figures },
    })),
  };
}
