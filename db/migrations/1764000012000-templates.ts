import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The municipality's own words: every version of every message, and answers that staff have ready. */
export class Templates1764000012000 implements MigrationInterface {
  name = 'Templates1764000012000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE message_template;
      CREATE TABLE template_version (
        event text NOT NULL,
        locale text NOT NULL,
        version integer NOT NULL,
        -- Null: the product's own words again.
        source text,
        made_by uuid NOT NULL REFERENCES app_user,
        made_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (event, locale, version)
      );
      CREATE TABLE ready_answer (
        id uuid NOT NULL PRIMARY KEY,
        title text NOT NULL,
        locale text NOT NULL,
        text text NOT NULL,
        category_id uuid REFERENCES category ON DELETE CASCADE,
        statuses text[] NOT NULL DEFAULT '{}',
        position integer NOT NULL DEFAULT 0,
        active boolean NOT NULL DEFAULT true
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE ready_answer, template_version;
      CREATE TABLE message_template (
        event text NOT NULL,
        locale text NOT NULL,
        subject text NOT NULL,
        html text NOT NULL,
        text text NOT NULL,
        changed_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (event, locale)
      )`);
  }
}
