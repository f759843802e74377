import type { EntityManager } from 'typeorm';
import type { Reporter } from '../../domain/priority/people';
import type { Weighable } from '../../domain/priority/weigh';
import { burst, longestReach } from '../../domain/priority/weights';
import { judgementsSql } from '../views/judgements';

interface CaseRow extends Omit<Weighable, 'openedAt' | 'realUntil' | 'reporters'> {
  id: string;
  openedAt: Date;
  realUntil: Date | null;
}

interface ReporterRow extends Omit<Reporter, 'at'> {
  caseId: string;
  at: Date;
}

/** What the priorities of open cases are made of, by their ids, in two questions for however many. */
export async function readWeighables(tx: EntityManager, ids: string[]): Promise<Map<string, Weighable>> {
  const cases: CaseRow[] = await tx.query(caseRows, [ids, longestReach]);
  const rows: ReporterRow[] = await tx.query(reporterRows, [ids, burst.windowMs / 1000]);
  const reporters = new Map<string, Reporter[]>(cases.map(({ id }) => [id, []]));
  for (const { caseId, at, ...row } of rows) reporters.get(caseId)?.push({ ...row, at: at.getTime() });
  return new Map(
    cases.map(({ id, openedAt, realUntil, ...row }) => [
      id,
      {
        ...row,
        openedAt: openedAt.getTime(),
        realUntil: realUntil?.getTime() ?? null,
        reporters: reporters.get(id) ?? [],
      },
    ]),
  );
}

const millis = (column: string) => `floor(extract(epoch FROM ${column}) * 1000)::float8`;

/**
 * The nearest exposed place of each kind, found by a box in degrees and measured on the globe: a degree of
 * latitude has more than 110,500 metres everywhere, one of longitude as many fewer as the cosine says.
 */
const nearby = `SELECT DISTINCT ON (e.kind) e.kind, e.name,
    st_distance(e.area::geography, c.location::geography) AS metres
  FROM exposure_place e
  WHERE e.area && st_expand(c.location, $2 / (110500 * cos(radians(st_y(c.location)))), $2 / 110500.0)
  ORDER BY e.kind, metres, e.name`;

const caseRows = `
SELECT c.id, c.status, c.emergency, c.danger, c.opened_at AS "openedAt", c.burst_real_at AS "realUntil",
  coalesce((SELECT json_agg(n) FROM (${nearby}) n), '[]') AS nearby,
  coalesce((SELECT json_agg(json_build_object('kind', k.kind, 'startedAt', ${millis('k.started_at')},
      'dueAt', ${millis('k.due_at')}))
    FROM case_clock k WHERE k.case_id = c.id AND k.status = 'running' AND k.due_at IS NOT NULL
      AND k.kind NOT IN ('rating', 'handover')), '[]') AS clocks
FROM cases c WHERE c.id = ANY($1) AND c.status NOT IN ('closed','rejected','answered')`;

const reporterRows = `
WITH r AS MATERIALIZED (
  SELECT m.case_id, r.id, r.danger, r.received_at, r.entered_by IS NOT NULL AS entered, r.client_hash, r.by_owner,
    CASE WHEN p.confirmed_at IS NOT NULL THEN p.id END AS person_id,
    c.status = 'verifying' AND r.by_owner AND p.confirmed_at IS NOT NULL AND p.standing_off_at IS NULL AS has_standing
  FROM membership m JOIN cases c ON c.id = m.case_id JOIN report r ON r.id = m.report_id
  LEFT JOIN person p ON p.id = r.person_id
  WHERE m.case_id = ANY($1))
SELECT r.case_id AS "caseId", r.id AS "reportId", r.person_id AS "personId", encode(r.client_hash, 'hex') AS cookie,
  r.entered, r.by_owner AS "byOwner", r.received_at AS at, r.danger,
  r.person_id IS NULL AND EXISTS (SELECT FROM report o WHERE o.client_hash = r.client_hash
    AND o.received_at <= r.received_at - make_interval(secs => $2)) AS "seenBefore",
  coalesce(past.judgements, '[]') AS judgements
FROM r LEFT JOIN LATERAL (
  SELECT json_agg(json_build_object('caseId', j.case_id, 'at', ${millis('j.at')}, 'real', j.real,
    'declared', j.declared, 'found', j.found, 'upheld', j.upheld, 'own', j.own)) AS judgements
  FROM (${judgementsSql('r.has_standing AND o.person_id = r.person_id AND om.case_id <> r.case_id')}) j) past ON true`;
