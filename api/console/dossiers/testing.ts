import { randomUUID } from 'node:crypto';
import { confirmRepair } from '../../../activities/testing';
import { CitizenAct, Material, Membership, Repair, RepairMaterial } from '../../../db/entities';
import type { Deps } from '../../http/deps';
import { createCase, type Town } from '../testing';

/** Days since 15 January 2025, eight o'clock. */
export const day = (days: number) => new Date(Date.UTC(2025, 0, 15, 8) + days * 86_400_000);

/** So many repairs of a supplier on 16 January, each rated and with a material; the problem is back after all but some. */
export async function work(
  db: Deps['db'],
  town: Town,
  { supplierId, count, holding }: { supplierId: string; count: number; holding: number },
): Promise<void> {
  const materialId = randomUUID();
  const material = { nameIt: 'Asfalto a freddo', nameEn: 'Cold asphalt', unit: 'kg' };
  await db.getRepository(Material).insert({ id: materialId, code: materialId, ...material });
  for (let n = 0; n < count; n++) {
    const { id: caseId } = await createCase(db, town, { status: 'rating', openedAt: day(0) });
    const repairId = randomUUID();
    await db.getRepository(Repair).insert({
      ...{
        id: repairId,
        caseId,
        cycle: 1,
        supplierId,
        procedure: 'Parole libere',
        hours: '1',
        cost: `${40 + n}.10`,
      },
      ...{ recordedBy: randomUUID(), recordedAt: day(1) },
    });
    await confirmRepair(db, caseId, repairId, day(1));
    await db.getRepository(RepairMaterial).insert({
      ...{ id: randomUUID(), repairId, materialId, material: 'Asfalto', quantity: '1', unit: 'kg' },
    });
    const { reportId } = await db.getRepository(Membership).findOneByOrFail({ caseId });
    const act = { id: randomUUID(), reportId, kind: 'rating', cycle: 1, createdAt: day(2) } as const;
    await db.getRepository(CitizenAct).insert({ ...act, stars: 1 + (n % 5) });
    if (n >= holding) await createCase(db, town, { openedAt: day(3 + n), recurrenceOf: caseId });
  }
}
