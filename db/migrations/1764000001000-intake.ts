import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the citizen's form and the public API need beside the report itself. */
export class Intake1764000001000 implements MigrationInterface {
  name = 'Intake1764000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(schema);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE draft_photo, rate_limit');
  }
}

const schema = `
-- Photos between two steps of the form; the file is DATA_DIR/drafts/<id>.jpg. Gone after a day.
CREATE TABLE draft_photo (
  id uuid PRIMARY KEY,
  draft_hash bytea NOT NULL,
  position smallint NOT NULL,
  width integer NOT NULL,
  height integer NOT NULL,
  gps geometry(Point,4326),
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX draft_photo_draft ON draft_photo (draft_hash);
CREATE INDEX draft_photo_created ON draft_photo (created_at);

-- Counters of rate limits, shared by all processes; losing them in a crash harms nobody.
CREATE UNLOGGED TABLE rate_limit (
  key varchar(255) PRIMARY KEY,
  points integer NOT NULL DEFAULT 0,
  expire bigint
);
`;
