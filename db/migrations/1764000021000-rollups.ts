import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What dashboards read: whole buckets, and the marks by which a change says which of them to compute anew (docs/dashboards.md). */
export class Rollups1764000021000 implements MigrationInterface {
  name = 'Rollups1764000021000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE cases ADD COLUMN done_at timestamptz;
UPDATE cases c SET done_at = coalesce((
    SELECT k.stopped_at FROM case_clock k WHERE k.case_id = c.id AND k.kind = 'repair'
    ORDER BY k.cycle DESC, k.turn DESC LIMIT 1), c.closed_at, c.updated_at)
  WHERE status IN ('repaired','rating','closed','rejected','answered');
CREATE INDEX cases_done ON cases (done_at) WHERE done_at IS NOT NULL;
CREATE INDEX cases_done_late ON cases (done_at) WHERE done_at >= repair_due_at;
-- From the opening, which is not part of it, until the case was done: what waited at an instant.
CREATE INDEX cases_waits ON cases USING gist (
  tstzrange(opened_at, CASE WHEN done_at IS NOT NULL THEN greatest(opened_at, done_at) END, '(]'));
CREATE INDEX cases_late_since ON cases (greatest(opened_at, repair_due_at)) WHERE repair_due_at IS NOT NULL;
CREATE INDEX case_event_review ON case_event (at) WHERE name IN ('review-opened', 'review-closed');

CREATE TABLE rollup_day (
  day date NOT NULL,
  department_id uuid NOT NULL,
  opened integer NOT NULL,
  reopened integer NOT NULL,
  recurrences integer NOT NULL,
  done integer NOT NULL,
  done_late integer NOT NULL,
  fell_late integer NOT NULL,
  repaired integer NOT NULL,
  repaired_late integer NOT NULL,
  rated integer NOT NULL,
  stars numeric[] NOT NULL,
  PRIMARY KEY (day, department_id)
);
CREATE TABLE rollup_cell (
  quarter date NOT NULL,
  department_id uuid NOT NULL,
  row integer NOT NULL,
  col integer NOT NULL,
  cases integer NOT NULL,
  people integer NOT NULL,
  need bigint NOT NULL,
  recurrences integer NOT NULL,
  PRIMARY KEY (quarter, department_id, row, col)
);
CREATE TABLE rollup_review (
  quarter date NOT NULL,
  department_id uuid NOT NULL,
  open integer NOT NULL,
  overdue integer NOT NULL,
  PRIMARY KEY (quarter, department_id)
);
CREATE TABLE rollup_finding (
  quarter date NOT NULL,
  department_id uuid NOT NULL REFERENCES department ON DELETE CASCADE,
  verdict jsonb,
  findings jsonb,
  as_of timestamptz,
  stale boolean NOT NULL DEFAULT true,
  PRIMARY KEY (quarter, department_id)
);
CREATE TABLE rollup_state (rollup text PRIMARY KEY, fresh_until timestamptz NOT NULL);

CREATE TABLE rollup_mark (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL,
  at timestamptz,
  department_id uuid,
  case_id uuid,
  report_id uuid
);

CREATE FUNCTION mark_case() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'UPDATE'
     OR (OLD.kind, OLD.department_id, OLD.opened_at, OLD.done_at, OLD.repair_due_at, OLD.cycle, OLD.outcome,
         OLD.merged_into, OLD.recurrence_of, OLD.paused, OLD.stage)
        IS DISTINCT FROM
        (NEW.kind, NEW.department_id, NEW.opened_at, NEW.done_at, NEW.repair_due_at, NEW.cycle, NEW.outcome,
         NEW.merged_into, NEW.recurrence_of, NEW.paused, NEW.stage) THEN
    INSERT INTO rollup_mark (kind, at) SELECT DISTINCT 'day', at FROM (VALUES
      (OLD.opened_at), (OLD.done_at), (OLD.repair_due_at), (NEW.opened_at), (NEW.done_at), (NEW.repair_due_at)
    ) of (at) WHERE at IS NOT NULL;
  END IF;
  IF TG_OP <> 'UPDATE'
     OR (OLD.kind, OLD.department_id, OLD.opened_at, OLD.outcome, OLD.merged_into, OLD.recurrence_of, OLD.members,
         OLD.priority)
        IS DISTINCT FROM
        (NEW.kind, NEW.department_id, NEW.opened_at, NEW.outcome, NEW.merged_into, NEW.recurrence_of, NEW.members,
         NEW.priority)
     OR OLD.location::bytea IS DISTINCT FROM NEW.location::bytea THEN
    INSERT INTO rollup_mark (kind, at, department_id) SELECT DISTINCT 'cell', at, department FROM (VALUES
      (OLD.opened_at, OLD.department_id), (NEW.opened_at, NEW.department_id)
    ) of (at, department) WHERE at IS NOT NULL;
  END IF;
  IF TG_OP = 'UPDATE' AND (OLD.kind, OLD.department_id, OLD.opened_at, OLD.merged_into)
     IS DISTINCT FROM (NEW.kind, NEW.department_id, NEW.opened_at, NEW.merged_into) THEN
    INSERT INTO rollup_mark (kind, at, department_id) VALUES
      ('event', least(OLD.opened_at, NEW.opened_at), OLD.department_id),
      ('event', least(OLD.opened_at, NEW.opened_at), NEW.department_id);
  ELSIF TG_OP = 'UPDATE' AND OLD.closed_at IS DISTINCT FROM NEW.closed_at
     AND least(OLD.closed_at, NEW.closed_at) < date_trunc('quarter', now() + interval '1 day') + interval '1 day' THEN
    INSERT INTO rollup_mark (kind, at, department_id) VALUES
      ('event', least(OLD.closed_at, NEW.closed_at), NEW.department_id);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER rollup_mark_case AFTER INSERT OR DELETE ON cases FOR EACH ROW EXECUTE FUNCTION mark_case();
-- Most of what changes a case changes none of these.
CREATE TRIGGER rollup_mark_change AFTER UPDATE ON cases FOR EACH ROW WHEN (
  (OLD.kind, OLD.department_id, OLD.opened_at, OLD.done_at, OLD.closed_at, OLD.repair_due_at, OLD.cycle, OLD.outcome,
    OLD.merged_into, OLD.recurrence_of, OLD.paused, OLD.stage, OLD.members, OLD.priority)
  IS DISTINCT FROM
  (NEW.kind, NEW.department_id, NEW.opened_at, NEW.done_at, NEW.closed_at, NEW.repair_due_at, NEW.cycle, NEW.outcome,
    NEW.merged_into, NEW.recurrence_of, NEW.paused, NEW.stage, NEW.members, NEW.priority)
  OR OLD.location::bytea IS DISTINCT FROM NEW.location::bytea) EXECUTE FUNCTION mark_case();

CREATE FUNCTION mark_membership() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO rollup_mark (kind, case_id) SELECT 'rating', id FROM (VALUES (OLD.case_id), (NEW.case_id)) of (id)
    WHERE id IS NOT NULL;
  RETURN NULL;
END $$;
-- Whoever is new has rated nothing.
CREATE TRIGGER rollup_mark_membership AFTER UPDATE OF case_id OR DELETE ON membership
  FOR EACH ROW EXECUTE FUNCTION mark_membership();

CREATE FUNCTION mark_rating() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF 'rating' IN (OLD.kind, NEW.kind) THEN
    INSERT INTO rollup_mark (kind, report_id) VALUES ('rating', coalesce(NEW.report_id, OLD.report_id));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER rollup_mark_rating AFTER INSERT OR UPDATE OF stars, cycle, report_id OR DELETE ON citizen_act
  FOR EACH ROW EXECUTE FUNCTION mark_rating();

CREATE FUNCTION mark_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO rollup_mark (kind, at, department_id, case_id)
    VALUES ('event', NEW.at, CASE WHEN NEW.case_id IS NULL THEN NEW.department_id END, NEW.case_id);
  RETURN NULL;
END $$;
-- A quarter that runs is diagnosed anew every hour without a mark (db/rollups/findings.ts).
CREATE TRIGGER rollup_mark_event AFTER INSERT ON case_event FOR EACH ROW
  WHEN (NEW.at < date_trunc('quarter', now() + interval '1 day') + interval '1 day') EXECUTE FUNCTION mark_event()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
DROP TRIGGER rollup_mark_event ON case_event;
DROP TRIGGER rollup_mark_rating ON citizen_act;
DROP TRIGGER rollup_mark_membership ON membership;
DROP TRIGGER rollup_mark_case ON cases;
DROP TRIGGER rollup_mark_change ON cases;
DROP FUNCTION mark_event, mark_rating, mark_membership, mark_case;
DROP TABLE rollup_mark, rollup_state, rollup_finding, rollup_review, rollup_cell, rollup_day;
DROP INDEX case_event_review, cases_late_since, cases_waits, cases_done_late, cases_done;
ALTER TABLE cases DROP COLUMN done_at`);
  }
}
