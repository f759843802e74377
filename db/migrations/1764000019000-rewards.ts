import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What citizens earn by reports that were real, what they get for it, and what they say against a judgement. */
export class Rewards1764000019000 implements MigrationInterface {
  name = 'Rewards1764000019000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE person ADD COLUMN standing_off_at timestamptz, ADD COLUMN mails_off_at timestamptz;
      ALTER TABLE report ADD COLUMN by_owner boolean NOT NULL DEFAULT false;
      UPDATE report r SET by_owner = true WHERE person_id IS NOT NULL
        AND EXISTS (SELECT FROM log_entry l WHERE l.chain = 'report:' || r.id AND l.name = 'confirmed');
      UPDATE report r SET by_owner = true WHERE NOT by_owner AND client_hash IS NOT NULL
        AND EXISTS (SELECT FROM report o WHERE o.by_owner AND o.person_id = r.person_id AND o.client_hash = r.client_hash);
      CREATE INDEX message_own_page ON message (recipient_id, created_at) WHERE event = 'me-link';
      CREATE TABLE reward (
        id uuid NOT NULL PRIMARY KEY,
        name_it text NOT NULL,
        name_en text NOT NULL,
        description_it text NOT NULL DEFAULT '',
        description_en text NOT NULL DEFAULT '',
        cost integer NOT NULL,
        stock integer,
        valid_from date NOT NULL,
        valid_to date NOT NULL,
        code_days integer NOT NULL,
        position integer NOT NULL DEFAULT 0,
        active boolean NOT NULL DEFAULT true,
        CONSTRAINT reward_cost CHECK (cost > 0),
        CONSTRAINT reward_stock CHECK (stock >= 0),
        CONSTRAINT reward_period CHECK (valid_from <= valid_to),
        CONSTRAINT reward_code_days CHECK (code_days > 0)
      );
      CREATE TABLE redemption (
        id uuid NOT NULL PRIMARY KEY,
        person_id uuid REFERENCES person,
        reward_id uuid NOT NULL REFERENCES reward,
        cost integer NOT NULL,
        code_hash bytea NOT NULL UNIQUE,
        state text NOT NULL DEFAULT 'issued',
        issued_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        used_by uuid REFERENCES app_user
      );
      CREATE INDEX redemption_person ON redemption (person_id);
      CREATE INDEX redemption_reward ON redemption (reward_id);
      CREATE INDEX redemption_issued ON redemption (expires_at) WHERE state = 'issued';
      CREATE TABLE points_entry (
        id uuid NOT NULL PRIMARY KEY,
        person_id uuid REFERENCES person,
        amount integer NOT NULL,
        reason text NOT NULL,
        case_id uuid REFERENCES cases,
        redemption_id uuid REFERENCES redemption,
        at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT points_entry_amount CHECK (amount <> 0)
      );
      CREATE UNIQUE INDEX points_entry_case ON points_entry (person_id, case_id) WHERE case_id IS NOT NULL;
      CREATE UNIQUE INDEX points_entry_redemption ON points_entry (redemption_id, sign(amount)) WHERE redemption_id IS NOT NULL;
      CREATE INDEX points_entry_person ON points_entry (person_id, at);
      CREATE TABLE appeal (
        id uuid NOT NULL PRIMARY KEY,
        report_id uuid NOT NULL UNIQUE REFERENCES report,
        note_id uuid NOT NULL REFERENCES note,
        state text NOT NULL DEFAULT 'open',
        created_at timestamptz NOT NULL DEFAULT now(),
        answer_note_id uuid REFERENCES note,
        answered_by uuid REFERENCES app_user,
        answered_at timestamptz
      );

      -- A line of the ledger is never changed or removed; whose it was and for which case may be forgotten.
      CREATE FUNCTION refuse_points_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND
          (NEW.id, NEW.amount, NEW.reason, NEW.at) = (OLD.id, OLD.amount, OLD.reason, OLD.at)
          AND NEW.redemption_id IS NOT DISTINCT FROM OLD.redemption_id
          AND (NEW.person_id IS NULL OR NEW.person_id = OLD.person_id)
          AND (NEW.case_id IS NULL OR NEW.case_id = OLD.case_id) THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'the ledger of points is append-only' USING ERRCODE = 'insufficient_privilege';
      END $$;
      CREATE TRIGGER points_entry_append_only BEFORE UPDATE OR DELETE ON points_entry
        FOR EACH ROW EXECUTE FUNCTION refuse_points_change();
      CREATE TRIGGER points_entry_no_truncate BEFORE TRUNCATE ON points_entry
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_points_change()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE appeal;
      DROP TABLE points_entry;
      DROP FUNCTION refuse_points_change;
      DROP TABLE redemption;
      DROP TABLE reward;
      DROP INDEX message_own_page;
      ALTER TABLE report DROP COLUMN by_owner;
      ALTER TABLE person DROP COLUMN standing_off_at, DROP COLUMN mails_off_at`);
  }
}
