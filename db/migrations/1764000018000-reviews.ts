import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people make of missed deadlines (docs/reviews.md). */
export class Reviews1764000018000 implements MigrationInterface {
  name = 'Reviews1764000018000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE review (
        id uuid PRIMARY KEY REFERENCES escalation,
        case_id uuid NOT NULL REFERENCES cases,
        department_id uuid NOT NULL REFERENCES department,
        clock text NOT NULL,
        opened_at timestamptz NOT NULL,
        status text NOT NULL DEFAULT 'open',
        version integer NOT NULL DEFAULT 0,
        causes text[] NOT NULL DEFAULT '{}',
        note_id uuid REFERENCES note,
        owner_id uuid REFERENCES app_user,
        follow_up_at timestamptz,
        found_at timestamptz,
        outcome text,
        training boolean NOT NULL DEFAULT false,
        outcome_note_id uuid REFERENCES note,
        closed_at timestamptz,
        changed_at timestamptz
      );
      CREATE INDEX review_case ON review (case_id);
      CREATE INDEX review_department ON review (department_id, opened_at);
      CREATE INDEX review_opened ON review (opened_at, id);
      CREATE INDEX review_found ON review (department_id, found_at) WHERE found_at IS NOT NULL;
      CREATE INDEX review_untold ON review (changed_at) WHERE changed_at IS NOT NULL;
      CREATE INDEX review_following ON review (id) WHERE status = 'following'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE review');
  }
}
