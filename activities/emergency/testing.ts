import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { Municipality } from '../../db/entities';

/** The one row that every message and alert names. */
export async function createMunicipality(
  db: DataSource,
  settings: Record<string, unknown> = {},
): Promise<void> {
  const [west, south, east, north] = [8.5, 44.8, 8.8, 45];
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  await db.getRepository(Municipality).insert({
    ...{ id: randomUUID(), name: 'Esempio', istatCode: '006003', contactEmail: 'urp@comune.example' },
    boundary: { type: 'MultiPolygon', coordinates: [[ring]] },
    center: { type: 'Point', coordinates: [8.6, 44.9] },
    settings: settings as never,
  });
}
