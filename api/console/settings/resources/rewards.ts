import { z } from 'zod';
import { Reward } from '../../../../db/entities';
import { takenSql } from '../../../../db/rewards/redeem';
import { flag } from '../../list';
import type { Resource } from '../resource';
import { active, name, position, text } from './fields';

/** What points can be given for. */
export const rewards: Resource<Reward> = {
  name: 'rewards',
  entity: Reward,
  write: 'settings.write',
  input: z
    .strictObject({
      ...{ nameIt: name, nameEn: name, descriptionIt: text.default(''), descriptionEn: text.default('') },
      cost: z.number().int().min(1).max(1_000_000),
      stock: z.number().int().min(0).max(1_000_000).nullable().default(null),
      validFrom: z.iso.date(),
      validTo: z.iso.date(),
      codeDays: z.number().int().min(1).max(3650),
      ...{ position, active },
    })
    .refine(({ validFrom, validTo }) => validFrom <= validTo, { path: ['validTo'], error: 'out-of-range' }),
  sorts: ['position', 'nameIt', 'nameEn', 'cost', 'validTo'],
  filters: { active: flag },
  searched: ['nameIt', 'nameEn'],
  readOnly: ['taken'],
  usedBy: [['redemption', 'reward_id']],
  async extend(tx, rows) {
    const counted: { id: string; taken: number }[] = await tx.query(
      `SELECT r.id, ${takenSql} AS taken FROM reward r WHERE r.id = ANY($1)`,
      [rows.map(({ id }) => id)],
    );
    const taken = new Map(counted.map((one) => [one.id, one.taken]));
    return rows.map((row) => ({ ...row, taken: taken.get(row.id) ?? 0 }));
  },
};
