import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The whole first schema, as one script that a database administrator can read. */
export class First1764000000000 implements MigrationInterface {
  name = 'First1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(schema);
  }

  async down(): Promise<void> {
    throw new Error('the first migration is not undone: restore a backup');
  }
}

const schema = `
CREATE EXTENSION IF NOT EXISTS postgis;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

CREATE TABLE "cases" (
  "id" uuid NOT NULL,
  "number" text NOT NULL,
  "kind" text NOT NULL,
  "status" text NOT NULL,
  "outcome" text,
  "department_id" uuid NOT NULL,
  "category_id" uuid NOT NULL,
  "danger" smallint NOT NULL,
  "emergency" text NOT NULL,
  "safety" text NOT NULL DEFAULT 'none',
  "forward" text NOT NULL DEFAULT 'none',
  "priority" smallint NOT NULL,
  "cycle" integer NOT NULL DEFAULT '1',
  "version" integer NOT NULL DEFAULT '0',
  "members" integer NOT NULL DEFAULT '0',
  "crew_id" uuid,
  "supplier_id" uuid,
  "paused" boolean NOT NULL DEFAULT false,
  "reopen_asked" boolean NOT NULL DEFAULT false,
  "repair_due_at" timestamptz,
  "due_at" timestamptz,
  "due_clock" text,
  "stage" text,
  "location" geometry(Point,4326),
  "address" text,
  "merged_into" uuid,
  "replan_at" timestamptz,
  "snapshot" jsonb,
  "opened_at" timestamptz NOT NULL DEFAULT now(),
  "closed_at" timestamptz,
  "updated_at" timestamptz NOT NULL DEFAULT now(),
  UNIQUE ("number"),
  PRIMARY KEY ("id"),
  CONSTRAINT "cases_problem_somewhere" CHECK (kind <> 'problem' OR location IS NOT NULL)
);
CREATE INDEX "IDX_a4aa3e72c6a1c9413cb86a4270" ON "cases" USING gist ("location");
CREATE INDEX "IDX_9334d659bc5d583b3ebad21d71" ON "cases" ("department_id", "status", "priority");
CREATE INDEX "IDX_749b888f37d254ac567b70da40" ON "cases" ("status", "due_at");
CREATE INDEX cases_replan ON cases (replan_at) WHERE replan_at IS NOT NULL;
CREATE INDEX cases_merged ON cases (merged_into) WHERE merged_into IS NOT NULL;
CREATE TABLE "membership" (
  "report_id" uuid NOT NULL,
  "case_id" uuid NOT NULL,
  "attached_at" timestamptz NOT NULL DEFAULT now(),
  "read_at" timestamptz,
  "moved" boolean NOT NULL DEFAULT false,
  "told" text,
  PRIMARY KEY ("report_id")
);
CREATE INDEX "IDX_4db1f048ccf8a4c2b01b500968" ON "membership" ("case_id");
CREATE TABLE "case_clock" (
  "case_id" uuid NOT NULL,
  "kind" text NOT NULL,
  "cycle" integer NOT NULL,
  "turn" integer NOT NULL,
  "status" text NOT NULL,
  "started_at" timestamptz NOT NULL,
  "stopped_at" timestamptz,
  "remind_at" timestamptz,
  "due_at" timestamptz,
  "escalate_at" timestamptz,
  "source" text NOT NULL,
  PRIMARY KEY ("case_id",
  "kind",
  "cycle",
  "turn")
);
CREATE TABLE "escalation" (
  "id" uuid NOT NULL,
  "case_id" uuid NOT NULL,
  "department_id" uuid NOT NULL,
  "clock" text NOT NULL,
  "cycle" integer NOT NULL,
  "turn" integer NOT NULL,
  "stage" text NOT NULL,
  "cause" text NOT NULL,
  "due_at" timestamptz NOT NULL,
  "fired_at" timestamptz NOT NULL,
  "seen_by" uuid,
  "seen_at" timestamptz,
  "note_id" uuid,
  PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "IDX_f14f3d7f1bdc042115b7a7e8ff" ON "escalation" ("case_id", "clock", "cycle", "turn", "stage");
CREATE TABLE "repair" (
  "id" uuid NOT NULL,
  "case_id" uuid NOT NULL,
  "cycle" integer NOT NULL,
  "crew_id" uuid,
  "supplier_id" uuid,
  "procedure" text NOT NULL,
  "hours" numeric(8,2) NOT NULL,
  "cost" numeric(12,2) NOT NULL,
  "photo_id" uuid,
  "note_id" uuid,
  "recorded_by" uuid NOT NULL,
  "recorded_at" timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY ("id")
);
CREATE INDEX "IDX_0bab585c0ca490b0240fa11d79" ON "repair" ("case_id");
CREATE TABLE "repair_material" (
  "id" uuid NOT NULL,
  "repair_id" uuid NOT NULL,
  "material" text NOT NULL,
  "quantity" numeric(12,3) NOT NULL,
  "unit" text NOT NULL,
  PRIMARY KEY ("id")
);
CREATE INDEX "IDX_1efc3d8530f116b2a5dd65a0ce" ON "repair_material" ("repair_id");
CREATE TABLE "qualification" (
  "id" uuid NOT NULL,
  "case_id" uuid NOT NULL,
  "cycle" integer NOT NULL,
  "real" boolean NOT NULL,
  "category_id" uuid NOT NULL,
  "category_right" boolean NOT NULL,
  "danger" smallint NOT NULL,
  "danger_right" boolean NOT NULL,
  "description_right" boolean NOT NULL,
  "timely" boolean NOT NULL,
  "note_id" uuid,
  "recorded_by" uuid NOT NULL,
  "recorded_at" timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY ("id")
);
CREATE INDEX "IDX_641d4fa37ee182234db81e9210" ON "qualification" ("case_id");
CREATE TABLE "forward" (
  "id" uuid NOT NULL,
  "case_id" uuid NOT NULL,
  "agency_id" uuid NOT NULL,
  "forward_number" integer NOT NULL,
  "attempt" integer NOT NULL,
  "msg_type" text NOT NULL,
  "sequence" integer NOT NULL DEFAULT '0',
  "identifier" text NOT NULL,
  "cap" text NOT NULL,
  "ack_token_hash" bytea,
  "sent_at" timestamptz NOT NULL,
  "ack_by" timestamptz,
  "acknowledged_at" timestamptz,
  "tries" integer NOT NULL DEFAULT '0',
  "last_status" integer,
  "last_error" text,
  "delivered_at" timestamptz,
  PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "IDX_06b6d8e88ddcba745668bdf4b2" ON "forward" ("case_id", "forward_number", "attempt", "agency_id", "msg_type", "sequence");
CREATE TABLE "note" (
  "id" uuid NOT NULL,
  "body" text,
  "salt" bytea,
  "digest" bytea NOT NULL,
  "person_id" uuid,
  "created_at" timestamptz NOT NULL DEFAULT now(),
  "erased_at" timestamptz,
  PRIMARY KEY ("id")
);
CREATE TABLE "log_entry" (
  "chain" text NOT NULL,
  "seq" integer NOT NULL,
  "fact_id" text NOT NULL,
  "name" text NOT NULL,
  "at" timestamptz NOT NULL,
  "actor_kind" text NOT NULL,
  "actor_id" text,
  "public" boolean NOT NULL,
  "data" jsonb NOT NULL,
  "note_id" uuid,
  "note_digest" bytea,
  "previous_hash" bytea NOT NULL,
  "hash" bytea NOT NULL,
  PRIMARY KEY ("chain",
  "seq")
);
CREATE UNIQUE INDEX "IDX_7b37614abd2bdec00fc690280a" ON "log_entry" ("chain", "fact_id");
CREATE TABLE "chain_head" (
  "chain" text NOT NULL,
  "seq" integer NOT NULL,
  "hash" bytea NOT NULL,
  PRIMARY KEY ("chain")
);
CREATE TABLE "daily_head" (
  "day" date NOT NULL,
  "heads" jsonb NOT NULL,
  "digest" bytea NOT NULL,
  "previous_digest" bytea NOT NULL,
  "signature" bytea NOT NULL,
  "signed_at" timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY ("day")
);
CREATE TABLE "history_archive" (
  "workflow_id" text NOT NULL,
  "run_id" text NOT NULL,
  "workflow_type" text NOT NULL,
  "build_id" text NOT NULL,
  "complete" boolean NOT NULL,
  "history" bytea NOT NULL,
  "sha256" bytea NOT NULL,
  "archived_at" timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY ("workflow_id",
  "run_id")
);
CREATE TABLE "message" (
  "id" uuid NOT NULL,
  "dedupe_key" text NOT NULL,
  "case_id" uuid,
  "report_id" uuid,
  "event" text NOT NULL,
  "recipient_kind" text NOT NULL,
  "recipient_id" uuid NOT NULL,
  "locale" text NOT NULL,
  "data" jsonb NOT NULL DEFAULT '{}',
  "status" text NOT NULL DEFAULT 'waiting',
  "subject" text,
  "html" text,
  "text" text,
  "tries" integer NOT NULL DEFAULT '0',
  "last_error" text,
  "created_at" timestamptz NOT NULL DEFAULT now(),
  "queued_at" timestamptz,
  "sent_at" timestamptz,
  UNIQUE ("dedupe_key"),
  PRIMARY KEY ("id")
);
CREATE INDEX "IDX_0a1e5e32db6bb3a73d7a4ea802" ON "message" ("case_id");
CREATE INDEX "IDX_88ba39067293994ed6e89f5bb3" ON "message" ("report_id");
CREATE INDEX "IDX_a4c2d399f9609e6a074694a253" ON "message" ("status") WHERE status IN ('waiting','queued');
CREATE TABLE "message_template" (
  "event" text NOT NULL,
  "locale" text NOT NULL,
  "subject" text NOT NULL,
  "html" text NOT NULL,
  "text" text NOT NULL,
  "changed_at" timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY ("event",
  "locale")
);
CREATE TABLE "municipality" (
  "id" uuid NOT NULL,
  "name" text NOT NULL,
  "istat_code" text NOT NULL,
  "timezone" text NOT NULL DEFAULT 'Europe/Rome',
  "boundary" geometry(MultiPolygon,4326) NOT NULL,
  "center" geometry(Point,4326) NOT NULL,
  "contact_email" text NOT NULL,
  "settings" jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY ("id")
);
CREATE TABLE "department" (
  "id" uuid NOT NULL,
  "code" text NOT NULL,
  "name_it" text NOT NULL,
  "name_en" text NOT NULL,
  "description_it" text NOT NULL DEFAULT '',
  "description_en" text NOT NULL DEFAULT '',
  "calendar_id" uuid NOT NULL,
  "position" integer NOT NULL DEFAULT '0',
  "active" boolean NOT NULL DEFAULT true,
  UNIQUE ("code"),
  PRIMARY KEY ("id")
);
CREATE TABLE "category" (
  "id" uuid NOT NULL,
  "code" text NOT NULL,
  "group_code" text NOT NULL,
  "name_it" text NOT NULL,
  "name_en" text NOT NULL,
  "department_id" uuid NOT NULL,
  "position" integer NOT NULL DEFAULT '0',
  "active" boolean NOT NULL DEFAULT true,
  UNIQUE ("code"),
  PRIMARY KEY ("id")
);
CREATE TABLE "calendar" (
  "id" uuid NOT NULL,
  "name" text NOT NULL,
  "rules" jsonb NOT NULL,
  UNIQUE ("name"),
  PRIMARY KEY ("id")
);
CREATE TABLE "sla_policy" (
  "id" uuid NOT NULL,
  "name" text NOT NULL,
  "department_id" uuid,
  "category_id" uuid,
  "urgency" text,
  "targets" jsonb NOT NULL,
  "active" boolean NOT NULL DEFAULT true,
  PRIMARY KEY ("id")
);
CREATE TABLE "crew" (
  "id" uuid NOT NULL,
  "department_id" uuid NOT NULL,
  "name" text NOT NULL,
  "skills" text array NOT NULL DEFAULT '{}',
  "depot" geometry(Point,4326),
  "active" boolean NOT NULL DEFAULT true,
  PRIMARY KEY ("id")
);
CREATE TABLE "supplier" (
  "id" uuid NOT NULL,
  "name" text NOT NULL,
  "email" text NOT NULL,
  "active" boolean NOT NULL DEFAULT true,
  UNIQUE ("name"),
  PRIMARY KEY ("id")
);
CREATE TABLE "agency" (
  "id" uuid NOT NULL,
  "name" text NOT NULL,
  "webhook_url" text NOT NULL,
  "secret" text NOT NULL,
  "email" text,
  "ack_minutes" integer NOT NULL DEFAULT '5',
  "active" boolean NOT NULL DEFAULT true,
  UNIQUE ("name"),
  PRIMARY KEY ("id")
);
CREATE TABLE "department_agency" (
  "department_id" uuid NOT NULL,
  "agency_id" uuid NOT NULL,
  "position" integer NOT NULL,
  PRIMARY KEY ("department_id",
  "agency_id")
);
CREATE TABLE "road_owner" (
  "id" uuid NOT NULL,
  "name" text NOT NULL,
  "kind" text NOT NULL,
  "on_report" text NOT NULL,
  "email" text,
  "contact_it" text NOT NULL,
  "contact_en" text NOT NULL,
  "area" geometry(Geometry,4326) NOT NULL,
  PRIMARY KEY ("id")
);
CREATE INDEX "IDX_413b3ecde66b179fbf77248e49" ON "road_owner" USING gist ("area");
CREATE TABLE "house_number" (
  "id" integer NOT NULL,
  "street" text NOT NULL,
  "number" text NOT NULL,
  "postcode" text NOT NULL,
  "quarter" text NOT NULL,
  "location" geometry(Point,4326) NOT NULL,
  PRIMARY KEY ("id")
);
CREATE INDEX "IDX_7229de4ae8a1faf040c2f596a8" ON "house_number" USING gist ("location");
CREATE TABLE "app_user" (
  "id" uuid NOT NULL,
  "email" text NOT NULL,
  "name" text NOT NULL,
  "password_hash" text NOT NULL,
  "role" text NOT NULL,
  "department_id" uuid,
  "locale" text NOT NULL DEFAULT 'it',
  "phone" text,
  "active" boolean NOT NULL DEFAULT true,
  "must_change_password" boolean NOT NULL DEFAULT false,
  "created_at" timestamptz NOT NULL DEFAULT now(),
  UNIQUE ("email"),
  PRIMARY KEY ("id")
);
CREATE TABLE "password_reset" (
  "token_hash" bytea NOT NULL,
  "user_id" uuid NOT NULL,
  "expires_at" timestamptz NOT NULL,
  "used_at" timestamptz,
  PRIMARY KEY ("token_hash")
);
CREATE TABLE "person" (
  "id" uuid NOT NULL,
  "email" text,
  "locale" text NOT NULL DEFAULT 'it',
  "confirmed_at" timestamptz,
  "refused_at" timestamptz,
  "erased_at" timestamptz,
  "created_at" timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "IDX_846ac8958a8292e7a658706586" ON "person" ("email") WHERE email IS NOT NULL;
CREATE TABLE "roster_shift" (
  "id" uuid NOT NULL,
  "department_id" uuid NOT NULL,
  "user_id" uuid NOT NULL,
  "starts_at" timestamptz NOT NULL,
  "ends_at" timestamptz NOT NULL,
  PRIMARY KEY ("id")
);
CREATE INDEX "IDX_605e2745d96a05b67926b30584" ON "roster_shift" ("department_id", "starts_at");
CREATE TABLE "report" (
  "id" uuid NOT NULL,
  "number" text NOT NULL,
  "tracking_hash" bytea NOT NULL,
  "kind" text NOT NULL,
  "channel" text NOT NULL,
  "department_id" uuid NOT NULL,
  "category_id" uuid NOT NULL,
  "note_id" uuid NOT NULL,
  "danger" smallint NOT NULL,
  "emergency" text NOT NULL,
  "location" geometry(Point,4326),
  "location_source" text,
  "accuracy_metres" real,
  "address" text,
  "person_id" uuid,
  "client_hash" bytea,
  "locale" text NOT NULL,
  "entered_by" uuid,
  "road_owner_id" uuid,
  "joins_case_id" uuid,
  "privacy_read_at" timestamptz NOT NULL,
  "received_at" timestamptz NOT NULL DEFAULT now(),
  "started_at" timestamptz,
  "settled_at" timestamptz,
  UNIQUE ("number"),
  UNIQUE ("tracking_hash"),
  PRIMARY KEY ("id"),
  CONSTRAINT "report_problem_somewhere" CHECK (kind <> 'problem' OR location IS NOT NULL)
);
CREATE INDEX "IDX_d0dcd3a56eaa6c41f796cbe234" ON "report" USING gist ("location");
CREATE INDEX "IDX_8ad76096b8865c1e8bc94865a9" ON "report" ("started_at") WHERE started_at IS NULL;
CREATE TABLE "idempotency_key" (
  "key" text NOT NULL,
  "body_hash" bytea NOT NULL,
  "report_id" uuid NOT NULL,
  "created_at" timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY ("key")
);
CREATE TABLE "photo" (
  "id" uuid NOT NULL,
  "report_id" uuid,
  "case_id" uuid,
  "purpose" text NOT NULL,
  "width" integer NOT NULL,
  "height" integer NOT NULL,
  "bytes" integer NOT NULL,
  "sha256" bytea NOT NULL,
  "created_at" timestamptz NOT NULL DEFAULT now(),
  "erased_at" timestamptz,
  PRIMARY KEY ("id")
);
CREATE INDEX "IDX_870e507a2435b525f3fecc2b73" ON "photo" ("report_id");
CREATE INDEX "IDX_7f64ac1edf2b66e295fb7f5fc1" ON "photo" ("case_id");
CREATE TABLE "citizen_act" (
  "id" uuid NOT NULL,
  "report_id" uuid NOT NULL,
  "kind" text NOT NULL,
  "note_id" uuid,
  "photo_id" uuid,
  "stars" smallint,
  "aspects" jsonb,
  "cycle" integer,
  "created_at" timestamptz NOT NULL DEFAULT now(),
  "told_at" timestamptz,
  PRIMARY KEY ("id")
);
CREATE INDEX "IDX_4c73498d981e999677f0976564" ON "citizen_act" ("report_id");
CREATE INDEX "IDX_437d34b1fed65ddd8b63c5ce7d" ON "citizen_act" ("told_at") WHERE told_at IS NULL;
CREATE TABLE "citizen_link" (
  "token_hash" bytea NOT NULL,
  "purpose" text NOT NULL,
  "person_id" uuid NOT NULL,
  "report_id" uuid,
  "expires_at" timestamptz NOT NULL,
  "used_at" timestamptz,
  PRIMARY KEY ("token_hash")
);

-- Links between tables.
ALTER TABLE department ADD FOREIGN KEY (calendar_id) REFERENCES calendar;
ALTER TABLE category ADD FOREIGN KEY (department_id) REFERENCES department;
ALTER TABLE crew ADD FOREIGN KEY (department_id) REFERENCES department;
ALTER TABLE app_user ADD FOREIGN KEY (department_id) REFERENCES department;
ALTER TABLE roster_shift ADD FOREIGN KEY (department_id) REFERENCES department, ADD FOREIGN KEY (user_id) REFERENCES app_user;
ALTER TABLE department_agency ADD FOREIGN KEY (department_id) REFERENCES department, ADD FOREIGN KEY (agency_id) REFERENCES agency;
ALTER TABLE sla_policy ADD FOREIGN KEY (department_id) REFERENCES department, ADD FOREIGN KEY (category_id) REFERENCES category;
ALTER TABLE report ADD FOREIGN KEY (department_id) REFERENCES department, ADD FOREIGN KEY (category_id) REFERENCES category,
  ADD FOREIGN KEY (note_id) REFERENCES note, ADD FOREIGN KEY (person_id) REFERENCES person, ADD FOREIGN KEY (road_owner_id) REFERENCES road_owner;
ALTER TABLE cases ADD FOREIGN KEY (department_id) REFERENCES department, ADD FOREIGN KEY (category_id) REFERENCES category;
ALTER TABLE membership ADD FOREIGN KEY (report_id) REFERENCES report, ADD FOREIGN KEY (case_id) REFERENCES cases;
ALTER TABLE case_clock ADD FOREIGN KEY (case_id) REFERENCES cases;
ALTER TABLE escalation ADD FOREIGN KEY (case_id) REFERENCES cases;
ALTER TABLE repair ADD FOREIGN KEY (case_id) REFERENCES cases;
ALTER TABLE repair_material ADD FOREIGN KEY (repair_id) REFERENCES repair;
ALTER TABLE qualification ADD FOREIGN KEY (case_id) REFERENCES cases;
ALTER TABLE citizen_act ADD FOREIGN KEY (report_id) REFERENCES report;
ALTER TABLE forward ADD FOREIGN KEY (case_id) REFERENCES cases, ADD FOREIGN KEY (agency_id) REFERENCES agency;

-- Numbers to say on the phone: one run each for reports and cases.
CREATE SEQUENCE report_number;
CREATE SEQUENCE case_number;

-- Addresses are found by what people type.
CREATE INDEX house_number_street_trgm ON house_number USING gin (street gin_trgm_ops);

-- The log is append-only for everybody who comes through the product.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the log is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER log_entry_append_only BEFORE UPDATE OR DELETE ON log_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER log_entry_no_truncate BEFORE TRUNCATE ON log_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER daily_head_append_only BEFORE UPDATE OR DELETE ON daily_head FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- The console hears of every changed case at once.
CREATE FUNCTION tell_case_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('case_changed', NEW.id::text);
  RETURN NEW;
END $$;
CREATE TRIGGER cases_tell AFTER INSERT OR UPDATE ON cases FOR EACH ROW EXECUTE FUNCTION tell_case_changed();

-- Console sessions (connect-pg-simple).
CREATE TABLE session (sid varchar PRIMARY KEY, sess json NOT NULL, expire timestamptz NOT NULL);
CREATE INDEX session_expire ON session (expire);
`;
