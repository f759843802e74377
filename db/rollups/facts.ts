import { EXPLAINED_WITHIN_HOURS } from '../../domain/review/review';

/**
 * What dashboards count, as conditions on a row `c` of `cases`: the rollups and the list that a figure opens read the
 * same ones, so that they agree.
 */
export const COUNTED = `c.kind = 'problem' AND c.merged_into IS NULL`;
/** Done, and by a repair: neither refused nor found to be nothing. */
export const REPAIRED = `(c.done_at IS NOT NULL AND coalesce(c.outcome, 'repaired') = 'repaired')`;
/** As its clock says (domain/sla/stages.ts): at the deadline itself it is late. */
export const DONE_LATE = `(c.done_at >= c.repair_due_at)`;
/** When it waits, as an index has it: from the opening, which is not part of it, until it is done. */
export const WAITS = `tstzrange(c.opened_at, CASE WHEN c.done_at IS NOT NULL THEN greatest(c.opened_at, c.done_at) END, '(]')`;
export const REOPENED = 'c.cycle > 1';
export const RECURRENCE = `(c.recurrence_of IS NOT NULL AND coalesce(c.outcome, '') NOT IN ('rejected', 'not-real'))`;
/** A deadline that has passed means nothing while the case waits for somebody else, unless it was late before. */
export const OVERDUE = `(NOT c.paused OR coalesce(c.stage, '') IN ('breach', 'management'))`;

/** The stars of the citizens who are members of the case now, for its last repair. */
export const RATINGS = `FROM membership m JOIN citizen_act a ON a.report_id = m.report_id
  WHERE m.case_id = c.id AND a.kind = 'rating' AND a.cycle = c.cycle AND a.stars IS NOT NULL`;

/**
 * Cases with a review that is open at an instant, with `due`, the deadline of the oldest one. The first that was
 * opened is the first to be closed; `amount` of `review-opened` is hours until it should be.
 * @param at an expression of the query, never what somebody typed
 */
export const openReviews = (at: string): string =>
  `SELECT case_id, due[closed + 1] AS due FROM (
     SELECT case_id, count(*) FILTER (WHERE name = 'review-closed')::int AS closed,
       array_agg(at + coalesce(amount, ${EXPLAINED_WITHIN_HOURS}) * interval '1 hour' ORDER BY at, seq)
         FILTER (WHERE name = 'review-opened') AS due
     FROM case_event WHERE name IN ('review-opened', 'review-closed') AND case_id IS NOT NULL AND at < ${at}
     GROUP BY case_id) reviewed WHERE cardinality(due) > closed`;
