import type { EntityManager } from 'typeorm';
import type { AppealState, PointReason, RedemptionState } from '../../domain/rewards/points';
import type { Offer } from '../../domain/rewards/redeem';
import type { Judgement } from '../../domain/standing/judgement';
import type { Locale } from '../../domain/vocabulary';
import { balanceSql, takenSql, todaySql } from '../rewards/redeem';
import { judgementsSql } from './judgements';

type Names = Record<Locale, string>;

/** A judged case of a person, with what they said against it. */
export interface JudgedCase extends Judgement {
  /** Their first report in it. */
  reportId: string;
  number: string;
  category: Names;
  appeal: { state: AppealState; words: string | null; answer: string | null } | null;
}

export interface Line {
  at: Date;
  amount: number;
  reason: PointReason;
  number: string | null;
  reward: Names | null;
}

export interface OwnCode {
  id: string;
  state: RedemptionState;
  cost: number;
  reward: Names;
  expiresAt: Date;
  usedAt: Date | null;
}

export interface OfferedReward extends Offer {
  id: string;
  name: Names;
  description: Names;
  codeDays: number;
}

/** What somebody's own page tells beside the standing. */
export interface Mine {
  standingOff: boolean;
  balance: number;
  today: string;
  judged: JudgedCase[];
  lines: Line[];
  codes: OwnCode[];
  rewards: OfferedReward[];
}

const names = (row: string, column = 'name') =>
  `json_build_object('it', ${row}.${column}_it, 'en', ${row}.${column}_en)`;

/** The person's first report in a case. */
const firstReport = (person: string, caseId: string) => `
  SELECT f.id, f.number FROM report f JOIN membership fm ON fm.report_id = f.id
  WHERE f.person_id = ${person} AND fm.case_id = ${caseId} ORDER BY f.received_at, f.id LIMIT 1`;

const judgedCases = `
SELECT j.case_id AS "caseId", j.at, j.real, j.declared, j.found, j.upheld, j.own, r.id AS "reportId", r.number,
  ${names('g')} AS category, a.appeal
FROM (${judgementsSql('o.person_id = $1')}) j
JOIN cases c ON c.id = j.case_id JOIN category g ON g.id = c.category_id
CROSS JOIN LATERAL (${firstReport('$1', 'j.case_id')}) r
LEFT JOIN LATERAL (
  SELECT json_build_object('state', a.state, 'words', w.body, 'answer', n.body) AS appeal
  FROM appeal a JOIN report ar ON ar.id = a.report_id JOIN membership am ON am.report_id = ar.id
  JOIN note w ON w.id = a.note_id LEFT JOIN note n ON n.id = a.answer_note_id
  WHERE ar.person_id = $1 AND am.case_id = j.case_id ORDER BY a.created_at DESC LIMIT 1) a ON true
ORDER BY j.at DESC`;

const ledger = `
SELECT e.at, e.amount, e.reason, r.number, CASE WHEN w.id IS NOT NULL THEN ${names('w')} END AS reward
FROM points_entry e LEFT JOIN redemption d ON d.id = e.redemption_id LEFT JOIN reward w ON w.id = d.reward_id
LEFT JOIN LATERAL (${firstReport('e.person_id', 'e.case_id')}) r ON true
WHERE e.person_id = $1 ORDER BY e.at DESC, e.id LIMIT $2::int`;

const ownCodes = `
SELECT d.id, d.state, d.cost, ${names('w')} AS reward, d.expires_at AS "expiresAt", d.used_at AS "usedAt"
FROM redemption d JOIN reward w ON w.id = d.reward_id
WHERE d.person_id = $1 ORDER BY d.state <> 'issued', d.issued_at DESC LIMIT $2::int`;

const offered = `
SELECT r.id, ${names('r')} AS name, ${names('r', 'description')} AS description, r.active, r.cost, r.stock,
  r.valid_from::text AS "validFrom", r.valid_to::text AS "validTo", r.code_days AS "codeDays", ${takenSql} AS taken
FROM reward r WHERE r.active AND ${todaySql} BETWEEN r.valid_from::text AND r.valid_to::text
ORDER BY r.position, r.cost, r.name_it`;

export async function judgedCasesOf(tx: EntityManager, personId: string): Promise<JudgedCase[]> {
  const rows: (Omit<JudgedCase, 'at'> & { at: Date })[] = await tx.query(judgedCases, [personId]);
  return rows.map((row) => ({ ...row, at: row.at.getTime() }));
}

/** @param newest how many lines and codes, null for all */
export async function readMine(tx: EntityManager, personId: string, newest: number | null): Promise<Mine> {
  const [person] = await tx.query(
    `SELECT standing_off_at IS NOT NULL AS "standingOff", ${balanceSql} AS balance, ${todaySql} AS today
     FROM person WHERE id = $1`,
    [personId],
  );
  return {
    ...person,
    judged: await judgedCasesOf(tx, personId),
    lines: await tx.query(ledger, [personId, newest]),
    codes: await tx.query(ownCodes, [personId, newest]),
    rewards: await tx.query(offered),
  };
}
