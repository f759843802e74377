import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the console's lists need to stay quick at a hundred thousand cases. */
export class Inbox1764000002000 implements MigrationInterface {
  name = 'Inbox1764000002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(schema);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(undo);
  }
}

const schema = `
CREATE INDEX cases_due ON cases (due_at, priority DESC, id);
CREATE INDEX cases_due_last ON cases (due_at DESC NULLS LAST, priority DESC, id);
CREATE INDEX cases_priority ON cases (priority DESC, due_at, id);
CREATE INDEX cases_opened ON cases (opened_at);
CREATE INDEX cases_open_opened ON cases (opened_at) WHERE status NOT IN ('closed','rejected','answered');
-- Counting reads this index alone.
CREATE INDEX cases_counts ON cases (status, department_id, emergency, reopen_asked, due_at);

-- Finding by number, address and words.
CREATE INDEX cases_number_trgm ON cases USING gin (number gin_trgm_ops);
CREATE INDEX cases_address_trgm ON cases USING gin (address gin_trgm_ops);
CREATE INDEX note_body_trgm ON note USING gin (body gin_trgm_ops);
CREATE INDEX report_note ON report (note_id);
CREATE INDEX report_received ON report (received_at);
CREATE INDEX log_entry_note ON log_entry (note_id) WHERE note_id IS NOT NULL;

-- Emergencies that were given a case of their own: whom a repeated step has to tell.
CREATE INDEX log_entry_released ON log_entry (fact_id) WHERE fact_id LIKE 'released:%';
CREATE INDEX escalation_unseen ON escalation (fired_at) WHERE seen_at IS NULL;
CREATE INDEX message_created ON message (created_at);
CREATE INDEX session_by_user ON session ((sess->>'userId'));
`;

const undo = `
DROP INDEX session_by_user, message_created, escalation_unseen, log_entry_released, log_entry_note, report_received, report_note, note_body_trgm,
  cases_address_trgm, cases_number_trgm, cases_counts, cases_open_opened, cases_opened, cases_priority,
  cases_due_last, cases_due;
`;
