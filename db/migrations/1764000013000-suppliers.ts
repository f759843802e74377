import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What suppliers use, what was agreed with them, and what they say of their work. */
export class Suppliers1764000013000 implements MigrationInterface {
  name = 'Suppliers1764000013000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE supplier ADD COLUMN link_epoch integer NOT NULL DEFAULT 0;
      CREATE TABLE material (
        id uuid NOT NULL PRIMARY KEY,
        code text NOT NULL UNIQUE,
        name_it text NOT NULL,
        name_en text NOT NULL,
        unit text NOT NULL,
        price numeric(12,2),
        position integer NOT NULL DEFAULT 0,
        active boolean NOT NULL DEFAULT true
      );
      ALTER TABLE repair_material ADD COLUMN material_id uuid REFERENCES material;
      CREATE TABLE contract (
        id uuid NOT NULL PRIMARY KEY,
        name text NOT NULL UNIQUE,
        supplier_id uuid NOT NULL REFERENCES supplier,
        category_ids uuid[] NOT NULL DEFAULT '{}',
        area geometry(Geometry, 4326),
        valid_from date NOT NULL,
        valid_to date NOT NULL,
        warranty_months integer NOT NULL DEFAULT 0,
        active boolean NOT NULL DEFAULT true,
        CONSTRAINT contract_period CHECK (valid_from <= valid_to),
        CONSTRAINT contract_warranty CHECK (warranty_months BETWEEN 0 AND 240)
      );
      ALTER TABLE repair ADD COLUMN contract_id uuid REFERENCES contract, ADD COLUMN warranty_until date,
        ADD COLUMN agency_id uuid REFERENCES agency;
      CREATE INDEX repair_supplier ON repair (supplier_id, recorded_at) WHERE supplier_id IS NOT NULL;
      CREATE INDEX cases_supplier ON cases (supplier_id) WHERE supplier_id IS NOT NULL;
      CREATE INDEX message_supplier ON message (recipient_id, created_at) WHERE recipient_kind = 'supplier';
      CREATE TABLE supplier_job (
        case_id uuid NOT NULL REFERENCES cases,
        cycle integer NOT NULL,
        supplier_id uuid NOT NULL REFERENCES supplier,
        accepted_at timestamptz NOT NULL DEFAULT now(),
        scheduled_for date,
        PRIMARY KEY (case_id, cycle, supplier_id)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE supplier_job;
      DROP INDEX message_supplier, cases_supplier, repair_supplier;
      ALTER TABLE repair DROP COLUMN agency_id, DROP COLUMN warranty_until, DROP COLUMN contract_id;
      DROP TABLE contract;
      ALTER TABLE repair_material DROP COLUMN material_id;
      DROP TABLE material;
      ALTER TABLE supplier DROP COLUMN link_epoch`);
  }
}
