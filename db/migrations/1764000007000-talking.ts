import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Links by which suppliers and agencies read and write in a thread, and who of the staff has read how far. */
export class Talking1764000007000 implements MigrationInterface {
  name = 'Talking1764000007000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE thread ADD token_hash bytea UNIQUE;
      CREATE TABLE thread_reading (
        thread_id uuid NOT NULL REFERENCES thread,
        user_id uuid NOT NULL REFERENCES app_user,
        read_at timestamptz NOT NULL,
        PRIMARY KEY (thread_id, user_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE thread_reading; ALTER TABLE thread DROP COLUMN token_hash');
  }
}
