import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Threads inside a case, questions with a due date, offers to take it, and parts for other departments. */
export class Conversation1764000006000 implements MigrationInterface {
  name = 'Conversation1764000006000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(schema);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(undo);
  }
}

const schema = `
ALTER TABLE cases ADD part_of uuid REFERENCES cases, ADD agency_id uuid REFERENCES agency,
  ADD open_questions integer NOT NULL DEFAULT 0, ADD involved uuid[] NOT NULL DEFAULT '{}';
CREATE INDEX cases_part_of ON cases (part_of) WHERE part_of IS NOT NULL;
-- Other departments that were asked, or that the case was offered to.
CREATE INDEX cases_involved ON cases USING gin (involved) WHERE involved <> '{}';

CREATE TABLE thread (
  id uuid NOT NULL PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES cases,
  kind text NOT NULL,
  party_id uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT thread_party UNIQUE (case_id, kind, party_id)
);
CREATE TABLE thread_message (
  id uuid NOT NULL PRIMARY KEY,
  thread_id uuid NOT NULL REFERENCES thread,
  note_id uuid NOT NULL REFERENCES note,
  author_kind text NOT NULL,
  author_id uuid,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX thread_message_order ON thread_message (thread_id, created_at);

CREATE TABLE question (
  id uuid NOT NULL PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES cases,
  message_id uuid NOT NULL REFERENCES thread_message,
  kind text NOT NULL,
  party_id uuid NOT NULL,
  due_at timestamptz NOT NULL,
  asked_by uuid NOT NULL,
  asked_at timestamptz NOT NULL DEFAULT now(),
  status text NOT NULL DEFAULT 'open',
  token_hash bytea UNIQUE,
  answer_id uuid REFERENCES thread_message,
  told_at timestamptz
);
CREATE INDEX question_case ON question (case_id);
CREATE INDEX question_untold ON question (case_id) WHERE answer_id IS NOT NULL AND told_at IS NULL;

CREATE TABLE handover (
  id uuid NOT NULL PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES cases,
  kind text NOT NULL,
  party_id uuid NOT NULL,
  category_id uuid REFERENCES category,
  note_id uuid NOT NULL REFERENCES note,
  offered_by uuid NOT NULL,
  offered_at timestamptz NOT NULL DEFAULT now(),
  status text NOT NULL DEFAULT 'offered',
  reason text,
  token_hash bytea UNIQUE
);
CREATE INDEX handover_case ON handover (case_id);
CREATE INDEX handover_open ON handover (kind, party_id) WHERE status = 'offered';
`;

const undo = `
DROP TABLE handover, question, thread_message, thread;
ALTER TABLE cases DROP COLUMN part_of, DROP COLUMN agency_id, DROP COLUMN open_questions, DROP COLUMN involved;
`;
