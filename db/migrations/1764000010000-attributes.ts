import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a category asks beside the place and the words, and what was answered. */
export class Attributes1764000010000 implements MigrationInterface {
  name = 'Attributes1764000010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE category ADD COLUMN attributes jsonb NOT NULL DEFAULT '[]';
      ALTER TABLE report ADD COLUMN answers_note_id uuid REFERENCES note`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE report DROP COLUMN answers_note_id;
      ALTER TABLE category DROP COLUMN attributes`);
  }
}
