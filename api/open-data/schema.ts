import { z } from 'zod';
import { caseStatuses, outcomes } from '../../domain/vocabulary';

export const dateTimeSchema = z.union([z.iso.datetime({ offset: true }), z.iso.date()]);
const instant = z.iso.datetime();

/** A row of the open data: the documented schema, in the order of the table's columns. */
export const openCaseSchema = z.strictObject({
  number: z.string().meta({ description: 'The number of the case; the same for ever.' }),
  category: z.string().meta({ description: 'Code of the category; its names are at /api/v1/categories.' }),
  department: z.string().meta({ description: 'Code of the department that has it; /api/v1/departments.' }),
  status: z.enum(caseStatuses),
  outcome: z.enum(outcomes).nullable().meta({ description: 'How it ended; null while it has not.' }),
  reports: z.int().meta({ description: 'How many people’s reports it holds.' }),
  openedAt: instant,
  dueAt: instant.nullable().meta({ description: 'By when it is to be repaired.' }),
  closedAt: instant.nullable(),
  updatedAt: instant,
  longitude: z.number().meta({ description: 'WGS84 degrees.' }),
  latitude: z.number().meta({ description: 'WGS84 degrees.' }),
});
