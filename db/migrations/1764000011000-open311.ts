import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Applications that send reports for citizens by Open311. */
export class Open3111764000011000 implements MigrationInterface {
  name = 'Open3111764000011000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE api_key (
        id uuid NOT NULL PRIMARY KEY,
        name text NOT NULL UNIQUE,
        contact_email text NOT NULL,
        key_hash bytea NOT NULL UNIQUE,
        active boolean NOT NULL DEFAULT true
      );
      ALTER TABLE report ADD COLUMN api_key_id uuid REFERENCES api_key;
      CREATE INDEX log_entry_public ON log_entry (at) WHERE public`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX log_entry_public;
      ALTER TABLE report DROP COLUMN api_key_id;
      DROP TABLE api_key`);
  }
}
