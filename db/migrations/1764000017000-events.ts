import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What happens in cases, in the one schema that the tools of oversight compute from (docs/diagnosis.md). */
export class Events1764000017000 implements MigrationInterface {
  name = 'Events1764000017000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE case_event (
        chain text NOT NULL,
        seq integer NOT NULL,
        name text NOT NULL,
        at timestamptz NOT NULL,
        department_id uuid NOT NULL REFERENCES department,
        case_id uuid REFERENCES cases,
        unit text NOT NULL DEFAULT '',
        reason text NOT NULL DEFAULT '',
        amount double precision,
        PRIMARY KEY (chain, seq, name)
      );
      CREATE INDEX case_event_case ON case_event (case_id) WHERE case_id IS NOT NULL;
      CREATE INDEX case_event_department ON case_event (department_id, at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE case_event');
  }
}
