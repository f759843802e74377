import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The municipality's official register: a number for each report, gapless within its year. */
export class Register1764000015000 implements MigrationInterface {
  name = 'Register1764000015000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE register_year (year integer NOT NULL PRIMARY KEY, last integer NOT NULL);
      ALTER TABLE report ADD COLUMN register_number text UNIQUE, ADD COLUMN registered_at timestamptz;
      CREATE INDEX report_unregistered ON report (received_at) WHERE registered_at IS NULL;
      CREATE INDEX report_registered ON report (registered_at) WHERE registered_at IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE report DROP COLUMN registered_at, DROP COLUMN register_number;
      DROP TABLE register_year`);
  }
}
