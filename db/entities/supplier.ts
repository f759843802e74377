import { Check, Column, Entity, PrimaryColumn } from 'typeorm';
import type { Geometry } from './geometry';

@Entity('supplier')
export class Supplier {
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { unique: true }) name!: string;
  @Column('text') email!: string;
  /** Part of what the portal's link is derived from: a new number makes the former links worthless. */
  @Column('int', { default: 0 }) linkEpoch!: number;
  @Column('boolean', { default: true }) active!: boolean;
}

/** The catalogue of what repairs use. */
@Entity('material')
export class Material {
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { unique: true }) code!: string;
  @Column('text') nameIt!: string;
  @Column('text') nameEn!: string;
  @Column('text') unit!: string;
  /** Euro a unit, for comparison; null where none was agreed. */
  @Column('numeric', { precision: 12, scale: 2, nullable: true }) price!: string | null;
  @Column('int', { default: 0 }) position!: number;
  @Column('boolean', { default: true }) active!: boolean;
}

/** What was agreed with a supplier: for which problems, where, from when to when, and how long its work lasts. */
@Entity('contract')
@Check('contract_period', 'valid_from <= valid_to')
@Check('contract_warranty', 'warranty_months BETWEEN 0 AND 240')
export class Contract {
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { unique: true }) name!: string;
  @Column('uuid') supplierId!: string;
  /** Empty for all. */
  @Column('uuid', { array: true, default: '{}' }) categoryIds!: string[];
  /** Null for the whole municipality. */
  @Column('geometry', { spatialFeatureType: 'Geometry', srid: 4326, nullable: true }) area!: Geometry | null;
  /** Local days `YYYY-MM-DD`, both included. */
  @Column('date') validFrom!: string;
  @Column('date') validTo!: string;
  @Column('int', { default: 0 }) warrantyMonths!: number;
  @Column('boolean', { default: true }) active!: boolean;
}

/** What a supplier says of work that it has: taken note of, and for which day it is planned. */
@Entity('supplier_job')
export class SupplierJob {
  @PrimaryColumn('uuid') caseId!: string;
  @PrimaryColumn('int') cycle!: number;
  @PrimaryColumn('uuid') supplierId!: string;
  @Column('timestamptz', { default: () => 'now()' }) acceptedAt!: Date;
  /** A local day. */
  @Column('date', { nullable: true }) scheduledFor!: string | null;
}
