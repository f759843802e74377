import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What suppliers owe again under their warranty, and dossiers for tenders that somebody signed off. */
export class Warranty1764000020000 implements MigrationInterface {
  name = 'Warranty1764000020000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE warranty_claim (
        id uuid NOT NULL PRIMARY KEY,
        case_id uuid NOT NULL REFERENCES cases,
        repair_id uuid NOT NULL REFERENCES repair,
        repaired_case_id uuid NOT NULL REFERENCES cases,
        supplier_id uuid NOT NULL REFERENCES supplier,
        contract_id uuid REFERENCES contract,
        repaired_on date NOT NULL,
        warranty_until date NOT NULL,
        back_on date NOT NULL,
        same_category boolean NOT NULL,
        state text NOT NULL DEFAULT 'proposed',
        proposed_at timestamptz NOT NULL DEFAULT now(),
        sent_by uuid REFERENCES app_user,
        sent_at timestamptz,
        ended_by uuid REFERENCES app_user,
        ended_at timestamptz,
        reason text,
        note_id uuid REFERENCES note,
        CONSTRAINT warranty_claim_once UNIQUE (case_id, repair_id)
      );
      CREATE INDEX warranty_claim_supplier ON warranty_claim (supplier_id, proposed_at);
      ALTER TABLE handover ADD COLUMN claim_id uuid REFERENCES warranty_claim;
      CREATE INDEX handover_claim ON handover (claim_id) WHERE claim_id IS NOT NULL;
      CREATE TABLE dossier (
        id uuid NOT NULL PRIMARY KEY,
        department_id uuid REFERENCES department,
        supplier_ids uuid[] NOT NULL DEFAULT '{}',
        category_ids uuid[] NOT NULL DEFAULT '{}',
        period_from date NOT NULL,
        period_to date NOT NULL,
        watched_until date NOT NULL,
        hash text NOT NULL,
        counts jsonb NOT NULL,
        signed_by uuid NOT NULL REFERENCES app_user,
        signed_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX dossier_signed ON dossier (signed_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE dossier;
      ALTER TABLE handover DROP COLUMN claim_id;
      DROP TABLE warranty_claim`);
  }
}
