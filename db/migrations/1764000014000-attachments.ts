import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pictures and documents that go with words in a conversation. */
export class Attachments1764000014000 implements MigrationInterface {
  name = 'Attachments1764000014000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE attachment (
        id uuid NOT NULL PRIMARY KEY,
        message_id uuid NOT NULL REFERENCES thread_message,
        kind text NOT NULL,
        name text NOT NULL,
        bytes integer NOT NULL,
        sha256 bytea NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        erased_at timestamptz
      );
      CREATE INDEX attachment_message ON attachment (message_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE attachment');
  }
}
