import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { DataSource, EntityManager } from 'typeorm';
import { defaultPolicies, officeCalendar, onCallCalendar } from '../../domain/sla/defaults';
import { type Urgency, urgencies } from '../../domain/vocabulary';
import {
  Agency,
  Calendar,
  Category,
  Crew,
  Department,
  DepartmentAgency,
  ExposurePlace,
  Municipality,
  RoadOwner,
  SlaPolicy,
} from '../entities';
import { type Definition, readDefinition } from './definition';
import { seedHouseNumbers } from './house-numbers';
import { type Credential, seedPeople } from './people';
import { seedSuppliers } from './suppliers';

export interface SeedOptions {
  /** Where the demonstration agencies answer. */
  publicUrl?: string;
  /** Another municipality than the demonstration one. */
  definitionFile?: string;
}

const demo = path.join(__dirname, 'alessandria');
/** All of the demonstration's house numbers, where this folder is at hand; the code brings an excerpt. */
const allHouseNumbers = '../shared/data/alessandria/house-numbers.csv';

/**
 * Fills an empty database with a municipality and its people, in one transaction.
 * @returns the first passwords, or null when there is a municipality already
 */
export async function seed(
  db: DataSource,
  { publicUrl = 'http://localhost:8080', definitionFile }: SeedOptions = {},
): Promise<{ credentials: Credential[] } | null> {
  const definition = readDefinition(definitionFile ?? path.join(demo, 'definition.json'));
  return db.transaction(async (tx) => {
    await tx.query('LOCK TABLE municipality IN EXCLUSIVE MODE');
    if ((await tx.count(Municipality)) > 0) return null;
    const { houseNumbers } = definition;
    await seedMunicipality(tx, definition);
    const departments = await seedDepartments(tx, definition);
    await seedAgencies(tx, definition, departments, publicUrl);
    await seedRoadOwners(tx, definition);
    for (const place of definition.exposurePlaces)
      await tx.insert(ExposurePlace, { id: randomUUID(), ...place });
    await seedSuppliers(tx, definition);
    const numbers = !definitionFile && existsSync(allHouseNumbers) ? allHouseNumbers : houseNumbers?.file;
    if (numbers) await seedHouseNumbers(tx, numbers);
    const domain = definition.contactEmail.split('@')[1] as string;
    return { credentials: await seedPeople(tx, departments, domain) };
  });
}

async function seedMunicipality(tx: EntityManager, definition: Definition): Promise<void> {
  await tx.insert(Municipality, {
    id: randomUUID(),
    name: definition.name,
    istatCode: definition.istatCode,
    timezone: definition.timezone,
    contactEmail: definition.contactEmail,
    boundary: definition.boundary,
    center: { type: 'Point', coordinates: definition.center },
    settings: {
      prefix: definition.prefix,
      ...(definition.dpoEmail && { dpoEmail: definition.dpoEmail }),
      ...(definition.houseNumbers && { houseNumbersSource: definition.houseNumbers.source }),
      ...(definition.exercise && { capStatus: 'Exercise' }),
    },
  });
  for (const urgency of urgencies) {
    await tx.insert(SlaPolicy, {
      id: randomUUID(),
      name: policyNames[urgency],
      urgency,
      targets: defaultPolicies[urgency],
    });
  }
}

const policyNames: Record<Urgency, string> = {
  emergency: 'Emergenze, tutto il Comune',
  urgent: 'Urgente, tutto il Comune',
  ordinary: 'Ordinario, tutto il Comune',
};

async function seedDepartments(tx: EntityManager, definition: Definition): Promise<Department[]> {
  const office = { ...officeCalendar(definition.patronSaint ?? '01-01'), timezone: definition.timezone };
  const calendars = [
    { id: randomUUID(), name: 'Uffici comunali', rules: office },
    {
      id: randomUUID(),
      name: 'Reperibilità 24 ore',
      rules: { ...onCallCalendar, timezone: definition.timezone },
    },
  ];
  await tx.insert(Calendar, calendars);
  const departments = definition.departments.map((department, position) =>
    tx.create(Department, { id: randomUUID(), ...department, position, calendarId: calendars[0]?.id }),
  );
  await tx.insert(Department, departments);
  const idOf = (code: string) => departments.find((department) => department.code === code)?.id;
  await tx.insert(
    Category,
    definition.categories.map(({ department, group, ...category }, position) => ({
      id: randomUUID(),
      ...category,
      groupCode: group,
      departmentId: idOf(department),
      position,
    })),
  );
  for (const { department, depot, ...crew } of definition.crews) {
    await tx.insert(Crew, {
      id: randomUUID(),
      ...crew,
      departmentId: idOf(department),
      depot: depot && { type: 'Point', coordinates: depot },
    });
  }
  return departments;
}

async function seedAgencies(
  tx: EntityManager,
  definition: Definition,
  departments: Department[],
  publicUrl: string,
): Promise<void> {
  for (const [position, agency] of definition.agencies.entries()) {
    const id = randomUUID();
    await tx.insert(Agency, {
      id,
      ...agency,
      webhookUrl: agency.webhookUrl ?? `${publicUrl}/demo/agency/${position + 1}`,
      secret: `whsec_${randomBytes(32).toString('base64')}`,
    });
    const order = departments.map((department) => ({ departmentId: department.id, agencyId: id, position }));
    await tx.insert(DepartmentAgency, order);
  }
}

async function seedRoadOwners(tx: EntityManager, definition: Definition): Promise<void> {
  for (const { line, halfWidthMetres, ...owner } of definition.roadOwners) {
    const geometry = JSON.stringify({ type: 'LineString', coordinates: line });
    const [{ area }] = await tx.query(
      `SELECT ST_AsGeoJSON(ST_Buffer(ST_SetSRID(ST_GeomFromGeoJSON($1), 4326)::geography, $2))::json AS area`,
      [geometry, halfWidthMetres],
    );
    await tx.insert(RoadOwner, { id: randomUUID(), ...owner, area });
  }
}
