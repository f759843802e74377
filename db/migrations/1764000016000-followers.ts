import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who follows a case without having reported it. */
export class Followers1764000016000 implements MigrationInterface {
  name = 'Followers1764000016000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE case_follower (
        case_id uuid NOT NULL REFERENCES cases,
        person_id uuid NOT NULL REFERENCES person,
        locale text NOT NULL,
        confirmed boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (case_id, person_id)
      );
      CREATE INDEX case_follower_person ON case_follower (person_id);
      ALTER TABLE citizen_link ADD COLUMN case_id uuid REFERENCES cases`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE citizen_link DROP COLUMN case_id;
      DROP TABLE case_follower`);
  }
}
