import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What it takes to find the case that a report belongs to, to part what was joined, and to know what came back. */
export class Grouping1764000003000 implements MigrationInterface {
  name = 'Grouping1764000003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(schema);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(undo);
  }
}

const schema = `
ALTER TABLE category
  ADD COLUMN match_radius_metres integer NOT NULL DEFAULT 100
    CONSTRAINT category_match_radius CHECK (match_radius_metres BETWEEN 1 AND 500),
  ADD COLUMN recurrence_days integer NOT NULL DEFAULT 365
    CONSTRAINT category_recurrence CHECK (recurrence_days BETWEEN 0 AND 3650);

ALTER TABLE cases ADD COLUMN recurrence_of uuid REFERENCES cases;
CREATE INDEX cases_recurrence ON cases (recurrence_of) WHERE recurrence_of IS NOT NULL;

-- Problems that wait for their repair, by place: what a new report is held against.
CREATE INDEX cases_waiting_place ON cases USING gist (location)
  WHERE kind = 'problem' AND status IN ('verifying','accepting','assigning','assigned','working');
-- Repaired problems by place: what may have come back.
CREATE INDEX cases_repaired_place ON cases USING gist (location)
  WHERE kind = 'problem' AND (status IN ('repaired','rating') OR (status = 'closed' AND outcome = 'repaired'));
-- The first and the newest members of a case, of thousands.
CREATE INDEX membership_attached ON membership (case_id, attached_at);

CREATE TABLE case_suggestion (
  case_id uuid NOT NULL REFERENCES cases,
  other_case_id uuid NOT NULL REFERENCES cases,
  score real NOT NULL,
  metres real NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  dismissed_by uuid REFERENCES app_user,
  dismissed_at timestamptz,
  PRIMARY KEY (case_id, other_case_id)
);
CREATE INDEX case_suggestion_other ON case_suggestion (other_case_id);

CREATE TABLE split_order (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES cases,
  report_ids uuid[] NOT NULL,
  into_case_id uuid REFERENCES cases,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX split_order_case ON split_order (case_id);
`;

const undo = `
DROP TABLE split_order, case_suggestion;
DROP INDEX membership_attached, cases_repaired_place, cases_waiting_place;
ALTER TABLE cases DROP COLUMN recurrence_of;
ALTER TABLE category DROP COLUMN match_radius_metres, DROP COLUMN recurrence_days;
`;
