import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Other systems that want to hear what happens, what they are to be told, and how that went. */
export class Subscribers1764000009000 implements MigrationInterface {
  name = 'Subscribers1764000009000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(schema);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE delivery_try, delivery, subscriber');
  }
}

const schema = `
CREATE TABLE subscriber (
  id uuid NOT NULL PRIMARY KEY,
  name text NOT NULL UNIQUE,
  url text NOT NULL,
  secret text NOT NULL,
  old_secret text,
  old_secret_until timestamptz,
  events text[] NOT NULL,
  active boolean NOT NULL DEFAULT true,
  -- Why it was switched off by itself: it said that it is gone, or did not answer for days.
  off_reason text,
  off_at timestamptz
);
CREATE TABLE delivery (
  id uuid NOT NULL PRIMARY KEY,
  subscriber_id uuid NOT NULL REFERENCES subscriber ON DELETE CASCADE,
  event text NOT NULL,
  case_id uuid NOT NULL REFERENCES cases,
  fact_id text NOT NULL,
  happened_at timestamptz NOT NULL,
  status text NOT NULL DEFAULT 'waiting',
  tries integer NOT NULL DEFAULT 0,
  next_at timestamptz NOT NULL DEFAULT now(),
  last_status integer,
  last_error text,
  created_at timestamptz NOT NULL DEFAULT now(),
  sent_at timestamptz,
  CONSTRAINT delivery_once UNIQUE (subscriber_id, case_id, fact_id)
);
CREATE INDEX delivery_due ON delivery (subscriber_id, next_at) WHERE status IN ('waiting', 'sending');
CREATE INDEX delivery_created ON delivery (created_at);
CREATE INDEX delivery_case ON delivery (case_id);
CREATE TABLE delivery_try (
  id uuid NOT NULL PRIMARY KEY,
  delivery_id uuid NOT NULL REFERENCES delivery ON DELETE CASCADE,
  at timestamptz NOT NULL DEFAULT now(),
  status integer,
  error text,
  milliseconds integer NOT NULL
);
CREATE INDEX delivery_try_of ON delivery_try (delivery_id, at);
`;
