import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Attribute } from '../../domain/attributes/attribute';
import type { CalendarRules, PolicyTargets } from '../../domain/sla/policy';
import type { ExposureKind, Urgency } from '../../domain/vocabulary';
import type { Geometry, Point } from './geometry';

/** One row: the municipality that runs this product. */
@Entity('municipality')
export class Municipality {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text') istatCode!: string;
  @Column('text', { default: 'Europe/Rome' }) timezone!: string;
  @Column('geometry', { spatialFeatureType: 'MultiPolygon', srid: 4326 }) boundary!: Geometry;
  @Column('geometry', { spatialFeatureType: 'Point', srid: 4326 }) center!: Point;
  @Column('text') contactEmail!: string;
  @Column('jsonb', { default: {} }) settings!: Record<string, unknown>;
}

@Entity('department')
export class Department {
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { unique: true }) code!: string;
  @Column('text') nameIt!: string;
  @Column('text') nameEn!: string;
  @Column('text', { default: '' }) descriptionIt!: string;
  @Column('text', { default: '' }) descriptionEn!: string;
  @Column('uuid') calendarId!: string;
  @Column('int', { default: 0 }) position!: number;
  @Column('boolean', { default: true }) active!: boolean;
}

@Entity('category')
@Check('category_service', 'service_minutes BETWEEN 1 AND 720')
@Check('category_match_radius', 'match_radius_metres BETWEEN 1 AND 500')
@Check('category_recurrence', 'recurrence_days BETWEEN 0 AND 3650')
export class Category {
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { unique: true }) code!: string;
  /** One of the groups of the Italian municipal model, as a code. */
  @Column('text') groupCode!: string;
  @Column('text') nameIt!: string;
  @Column('text') nameEn!: string;
  @Column('uuid') departmentId!: string;
  /** How long a crew usually works on one, in minutes. */
  @Column('int', { default: 30 }) serviceMinutes!: number;
  /** What the crew has to be able to do, by code; null for what every crew can. */
  @Column('text', { nullable: true }) skill!: string | null;
  /** How far from a report the case that it belongs to may be, beside the position's own accuracy. */
  @Column('int', { default: 100 }) matchRadiusMetres!: number;
  /** A problem that comes back within so many days after its repair is a recurrence. */
  @Column('int', { default: 365 }) recurrenceDays!: number;
  /** What it wants to know of a problem, in the order in which it is asked. */
  @Column('jsonb', { default: [] }) attributes!: Attribute[];
  @Column('int', { default: 0 }) position!: number;
  @Column('boolean', { default: true }) active!: boolean;
}

@Entity('calendar')
export class Calendar {
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { unique: true }) name!: string;
  @Column('jsonb') rules!: CalendarRules;
}

/** The most specific active policy applies; null means "any". */
@Entity('sla_policy')
export class SlaPolicy {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('uuid', { nullable: true }) departmentId!: string | null;
  @Column('uuid', { nullable: true }) categoryId!: string | null;
  @Column('text', { nullable: true }) urgency!: Urgency | null;
  @Column('jsonb') targets!: PolicyTargets;
  @Column('boolean', { default: true }) active!: boolean;
}

/** A crew's usual day, local time `HH:mm`; the break begins within `earliest` and `latest`. */
export interface CrewShift {
  from: string;
  to: string;
  pause: { earliest: string; latest: string; minutes: number } | null;
}

@Entity('crew')
export class Crew {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') departmentId!: string;
  @Column('text') name!: string;
  @Column('text', { array: true, default: '{}' }) skills!: string[];
  @Column('geometry', { spatialFeatureType: 'Point', srid: 4326, nullable: true }) depot!: Point | null;
  /** What a new round begins with. */
  @Column('jsonb', { nullable: true }) shift!: CrewShift | null;
  @Column('boolean', { default: true }) active!: boolean;
}

/** An external body that gets emergencies. `secret` signs (Standard Webhooks `whsec_…`), never shown again. */
@Entity('agency')
export class Agency {
  @PrimaryColumn('uuid') id!: string;
  @Column('text', { unique: true }) name!: string;
  @Column('text') webhookUrl!: string;
  @Column('text') secret!: string;
  @Column('text', { nullable: true }) email!: string | null;
  @Column('int', { default: 5 }) ackMinutes!: number;
  @Column('boolean', { default: true }) active!: boolean;
}

/** The order in which a department's emergencies are offered to agencies. */
@Entity('department_agency')
export class DepartmentAgency {
  @PrimaryColumn('uuid') departmentId!: string;
  @PrimaryColumn('uuid') agencyId!: string;
  @Column('int') position!: number;
}

/** Stretches of road or ground that are somebody else's. */
@Entity('road_owner')
export class RoadOwner {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text') kind!: 'state' | 'province' | 'motorway' | 'railway' | 'private';
  /** `forward`: accepted here and passed on to `email`; `decline`: the citizen is told whom to ask. */
  @Column('text') onReport!: 'forward' | 'decline';
  @Column('text', { nullable: true }) email!: string | null;
  @Column('text') contactIt!: string;
  @Column('text') contactEn!: string;
  @Index({ spatial: true })
  @Column('geometry', { spatialFeatureType: 'Geometry', srid: 4326 })
  area!: Geometry;
}

/** Where a problem meets many people, or frail ones: what lies near it wants somebody sooner. */
@Entity('exposure_place')
export class ExposurePlace {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('text') kind!: ExposureKind;
  @Column('geometry', { spatialFeatureType: 'Geometry', srid: 4326 })
  area!: Geometry;
}

@Entity('house_number')
export class HouseNumber {
  @PrimaryColumn('int') id!: number;
  @Column('text') street!: string;
  @Column('text') number!: string;
  @Column('text') postcode!: string;
  @Column('text') quarter!: string;
  @Index({ spatial: true })
  @Column('geometry', { spatialFeatureType: 'Point', srid: 4326 })
  location!: Point;
}
