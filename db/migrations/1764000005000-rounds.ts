import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A crew's ordered stops for a shift, and what planning them takes of categories and crews. */
export class Rounds1764000005000 implements MigrationInterface {
  name = 'Rounds1764000005000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(schema);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(undo);
  }
}

const schema = `
ALTER TABLE category ADD service_minutes integer NOT NULL DEFAULT 30, ADD skill text,
  ADD CONSTRAINT category_service CHECK (service_minutes BETWEEN 1 AND 720);
ALTER TABLE crew ADD shift jsonb;

CREATE TABLE round (
  id uuid NOT NULL PRIMARY KEY,
  department_id uuid NOT NULL REFERENCES department,
  crew_id uuid NOT NULL REFERENCES crew,
  shift_from timestamptz NOT NULL,
  shift_to timestamptz NOT NULL,
  breaks jsonb NOT NULL DEFAULT '[]',
  depot geometry(Point,4326) NOT NULL,
  seed integer NOT NULL,
  status text NOT NULL DEFAULT 'draft',
  left_out jsonb NOT NULL DEFAULT '[]',
  plan jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  created_by uuid NOT NULL,
  planned_at timestamptz,
  planned_by uuid,
  dispatched_at timestamptz,
  dispatched_by uuid,
  started_at timestamptz,
  over_at timestamptz,
  version integer NOT NULL DEFAULT 0,
  snapshot jsonb,
  CONSTRAINT round_shift CHECK (shift_to > shift_from)
);
CREATE INDEX round_of_day ON round (shift_from, department_id);
CREATE INDEX round_unstarted ON round (dispatched_at) WHERE status = 'dispatched' AND started_at IS NULL;
CREATE INDEX round_running ON round (crew_id) WHERE status = 'dispatched';

CREATE TABLE round_stop (
  round_id uuid NOT NULL REFERENCES round ON DELETE CASCADE,
  case_id uuid NOT NULL REFERENCES cases,
  position integer NOT NULL,
  task text NOT NULL,
  locked boolean NOT NULL DEFAULT false,
  inserted boolean NOT NULL DEFAULT false,
  status text NOT NULL DEFAULT 'planned',
  arrive_at timestamptz,
  leave_at timestamptz,
  arrived_at timestamptz,
  left_at timestamptz,
  reason text,
  refused text,
  note_id uuid,
  photo_id uuid,
  PRIMARY KEY (round_id, case_id)
);
-- Whoever drives to a case finds nobody there: at most one round holds it.
CREATE UNIQUE INDEX round_stop_held ON round_stop (case_id) WHERE status IN ('planned', 'arrived');
CREATE INDEX round_stop_case ON round_stop (case_id);
`;

const undo = `
DROP TABLE round_stop, round;
ALTER TABLE crew DROP shift;
ALTER TABLE category DROP CONSTRAINT category_service, DROP service_minutes, DROP skill;
`;
