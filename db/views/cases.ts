import type { DataSource } from 'typeorm';
import type {
  Band,
  CaseStatus,
  ClockKind,
  Danger,
  Emergency,
  ForwardStatus,
  Outcome,
  ReportKind,
  Safety,
  Stage,
} from '../../domain/vocabulary';
import { Conditions, containing, type PageOf } from './conditions';
import { type CountedFilter, countedConditions } from './counted';

export interface CaseFilter extends CountedFilter {
  /** Only this department's, whatever else is asked: the person's own. */
  scope: string | null;
  ids?: string[];
  status?: CaseStatus[];
  open?: boolean;
  kind?: ReportKind[];
  departmentId?: string[];
  categoryId?: string[];
  danger?: Danger[];
  emergency?: Emergency[];
  band?: Band[];
  /** Flagged: new unconfirmed people whom nobody has said to be real. */
  burst?: boolean;
  late?: boolean;
  reopenAsked?: boolean;
  stage?: Stage[];
  crewId?: string[];
  /** A question or an offer to the department of the scope, or to any, waits for its answer. */
  askedOfUs?: boolean;
  /** Whose unread marks are shown. */
  reader?: string;
  /** Not this one. */
  except?: string;
  /** Part of the number, of the address or of what people wrote about it. */
  q?: string;
}

export interface CaseRow {
  id: string;
  number: string;
  kind: ReportKind;
  status: CaseStatus;
  outcome: Outcome | null;
  departmentId: string;
  categoryId: string;
  danger: Danger;
  emergency: Emergency;
  safety: Safety;
  forward: ForwardStatus;
  priority: number;
  band: Band;
  burstAt: Date | null;
  members: number;
  paused: boolean;
  reopenAsked: boolean;
  address: string | null;
  openedAt: Date;
  dueAt: Date | null;
  dueClock: ClockKind | null;
  repairDueAt: Date | null;
  stage: Stage | null;
  closedAt: Date | null;
  crewId: string | null;
  supplierId: string | null;
  agencyId: string | null;
  late: boolean;
  lat: number | null;
  lon: number | null;
  thumbnailPhotoId: string | null;
  /** Something was said since the reader last looked. */
  unread: boolean;
}

/** The indexes of open cases say the same. */
const isOpen = `c.status NOT IN ('closed','rejected','answered')`;
const isBurst = `(c.burst_at IS NOT NULL AND ${isOpen})`;
const isLate = `(c.due_at < now() AND ${isOpen})`;

/** The count stops here: nobody pages further, and counting on would cost more than the page. */
export const countedAtMost = 10_000;
/** Words are looked for when they are long enough for the trigram indexes. */
const shortestWord = 3;
const mostFound = 10_000;

export const caseOrders = {
  dueAt: { ASC: 'c.due_at, c.priority DESC, c.id', DESC: 'c.due_at DESC NULLS LAST, c.priority DESC, c.id' },
  // The band first: that of a case with a burst is not the one of its score.
  priority: {
    ASC: 'c.band DESC, c.priority, c.due_at, c.id',
    DESC: 'c.band, c.priority DESC, c.due_at, c.id',
  },
  openedAt: { ASC: 'c.opened_at, c.id', DESC: 'c.opened_at DESC, c.id' },
  number: { ASC: 'c.number', DESC: 'c.number DESC' },
  id: { ASC: 'c.id', DESC: 'c.id DESC' },
} as const;

/** The nearest to a place first, what is nowhere last; numbers alone, so that no text of anybody's gets into the query. */
export const nearestFirst = ({ lat, lon }: { lat: number; lon: number }): string =>
  `c.location <-> st_setsrid(st_makepoint(${Number(lon)}, ${Number(lat)}), 4326), c.id`;

const columns = `c.id, c.number, c.kind, c.status, c.outcome, c.department_id AS "departmentId",
  c.category_id AS "categoryId", c.danger, c.emergency, c.safety, c.forward, c.priority,
  c.band, c.burst_at AS "burstAt", c.members, c.paused,
  c.reopen_asked AS "reopenAsked", c.address, c.opened_at AS "openedAt", c.due_at AS "dueAt",
  c.due_clock AS "dueClock", c.repair_due_at AS "repairDueAt", c.stage, c.closed_at AS "closedAt",
  c.crew_id AS "crewId", c.supplier_id AS "supplierId",
  c.agency_id AS "agencyId", coalesce(${isLate}, false) AS late,
  st_y(c.location) AS lat, st_x(c.location) AS lon`;

const thumbnail = `(SELECT p.id FROM membership m JOIN photo p ON p.report_id = m.report_id
  WHERE m.case_id = page.id AND p.erased_at IS NULL ORDER BY m.attached_at, p.created_at LIMIT 1) AS "thumbnailPhotoId"`;

const unread = (reader: string) => `EXISTS (SELECT FROM thread t JOIN thread_message m ON m.thread_id = t.id
  LEFT JOIN thread_reading r ON r.thread_id = t.id AND r.user_id = ${reader}::uuid
  WHERE ${reader}::uuid IS NOT NULL AND t.case_id = page.id AND m.author_id IS DISTINCT FROM ${reader}::uuid
    AND m.created_at > coalesce(r.read_at, '-infinity')) AS unread`;

/** A page of cases. Pictures and unread marks are looked up for the page alone. */
export async function listCases(db: DataSource, filter: CaseFilter, page: PageOf): Promise<CaseRow[]> {
  const conditions = conditionsOf(filter);
  const limit = `LIMIT ${conditions.value(page.limit)} OFFSET ${conditions.value(page.start)}`;
  return db.query(
    `SELECT page.*, ${thumbnail}, ${unread(conditions.value(filter.reader ?? null))} FROM (
       SELECT ${columns}, row_number() OVER (ORDER BY ${page.orderBy}) AS place
       FROM cases c ${conditions.where} ORDER BY ${page.orderBy} ${limit}) page ORDER BY page.place`,
    conditions.values,
  );
}

/** How many there are, at most `countedAtMost`. */
export async function countCases(
  db: DataSource,
  filter: CaseFilter,
): Promise<{ total: number; more: boolean }> {
  const conditions = conditionsOf(filter);
  const [{ count }] = await db.query(
    `SELECT count(*)::int AS count FROM (SELECT 1 FROM cases c ${conditions.where} LIMIT ${countedAtMost + 1}) AS counted`,
    conditions.values,
  );
  return { total: Math.min(count, countedAtMost), more: count > countedAtMost };
}

export interface CaseCounts {
  byStatus: Partial<Record<CaseStatus, number>>;
  late: number;
  emergencies: number;
  reopenAsked: number;
  bursts: number;
}

/** Counts per state, and of what asks for attention, from an index alone where no words are looked for. */
export async function countByStatus(db: DataSource, filter: CaseFilter): Promise<CaseCounts> {
  const conditions = conditionsOf(filter);
  const rows: (Omit<CaseCounts, 'byStatus'> & { status: CaseStatus; count: number })[] = await db.query(
    `SELECT c.status, count(*)::int AS count, count(*) FILTER (WHERE ${isLate})::int AS late,
            count(*) FILTER (WHERE c.emergency <> 'none' AND ${isOpen})::int AS emergencies,
            count(*) FILTER (WHERE c.reopen_asked)::int AS "reopenAsked",
            count(*) FILTER (WHERE ${isBurst})::int AS bursts
     FROM cases c ${conditions.where} GROUP BY c.status`,
    conditions.values,
  );
  const sum = (key: Exclude<keyof CaseCounts, 'byStatus'>) => rows.reduce((all, row) => all + row[key], 0);
  return {
    byStatus: Object.fromEntries(rows.map(({ status, count }) => [status, count])),
    late: sum('late'),
    emergencies: sum('emergencies'),
    reopenAsked: sum('reopenAsked'),
    bursts: sum('bursts'),
  };
}

function conditionsOf(filter: CaseFilter): Conditions {
  const conditions = new Conditions();
  if (filter.scope) {
    const scope = conditions.value(filter.scope);
    // Whoever was asked reads the case; the inbox is that of the department which has it.
    const asked = filter.ids || filter.askedOfUs ? ` OR c.involved @> ARRAY[${scope}::uuid]` : '';
    conditions.add(`(c.department_id = ${scope}::uuid${asked})`);
  }
  conditions.anyOf('c.id', filter.ids, 'uuid');
  conditions.anyOf('c.status', filter.status);
  conditions.anyOf('c.kind', filter.kind);
  if (filter.except) conditions.add(`c.id <> ${conditions.value(filter.except)}`);
  conditions.anyOf('c.department_id', filter.departmentId, 'uuid');
  conditions.anyOf('c.category_id', filter.categoryId, 'uuid');
  conditions.anyOf('c.danger', filter.danger, 'smallint');
  conditions.anyOf('c.emergency', filter.emergency);
  conditions.anyOf('c.band', filter.band);
  conditions.anyOf('c.stage', filter.stage);
  conditions.anyOf('c.crew_id', filter.crewId, 'uuid');
  if (filter.open !== undefined) conditions.add(filter.open ? isOpen : `NOT ${isOpen}`);
  if (filter.late !== undefined) conditions.add(filter.late ? isLate : `NOT coalesce(${isLate}, false)`);
  if (filter.burst !== undefined) conditions.add(filter.burst ? isBurst : `NOT ${isBurst}`);
  if (filter.reopenAsked !== undefined) conditions.add(`c.reopen_asked = ${filter.reopenAsked}`);
  countedConditions(conditions, filter);
  if (filter.askedOfUs) conditions.add(askedOf(filter.scope && conditions.value(filter.scope)));
  if (filter.q) conditions.add(found(conditions, filter.q));
  return conditions;
}

/** Cases in which a department has something to answer: the given one, or any. */
function askedOf(departmentId: string | null): string {
  const whom = departmentId ? `AND party_id = ${departmentId}::uuid` : '';
  return `c.id IN (
    SELECT case_id FROM question WHERE kind = 'department' AND status = 'open' AND answer_id IS NULL ${whom}
    UNION ALL SELECT case_id FROM handover WHERE kind = 'department' AND status = 'offered' ${whom})`;
}

/** Each way of finding uses its own index; only then the results are put together. */
function found(conditions: Conditions, q: string): string {
  const pattern = conditions.value(containing(q));
  const ways = [
    `(SELECT id FROM cases WHERE number ILIKE ${pattern} LIMIT ${mostFound})`,
    `(SELECT id FROM cases WHERE address ILIKE ${pattern} LIMIT ${mostFound})`,
  ];
  if (q.length >= shortestWord) {
    ways.push(
      `(SELECT m.case_id FROM note n JOIN report r ON r.note_id = n.id JOIN membership m ON m.report_id = r.id
        WHERE n.body ILIKE ${pattern} LIMIT ${mostFound})`,
      `(SELECT substr(l.chain, 6)::uuid FROM note n JOIN log_entry l ON l.note_id = n.id
        WHERE n.body ILIKE ${pattern} AND l.chain LIKE 'case:%' LIMIT ${mostFound})`,
    );
  }
  return `c.id IN (${ways.join(' UNION ALL ')})`;
}
