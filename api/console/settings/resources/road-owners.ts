import { z } from 'zod';
import { RoadOwner } from '../../../../db/entities';
import { DomainError } from '../../../../domain/errors';
import { anyOf } from '../../list';
import type { Resource } from '../resource';
import { email, name, text } from './fields';
import { invalidAmong, lineOrArea } from './geometry';

const kinds = ['state', 'province', 'motorway', 'railway', 'private'] as const;

/** Roads and grounds that are somebody else's, and what becomes of a report about them. */
export const roadOwners: Resource<RoadOwner> = {
  name: 'road-owners',
  entity: RoadOwner,
  write: 'settings.write',
  input: z
    .strictObject({
      name,
      kind: z.enum(kinds),
      onReport: z.enum(['forward', 'decline']),
      email: email.nullable().default(null),
      contactIt: text.min(1),
      contactEn: text.min(1),
      area: lineOrArea,
    })
    .refine(({ onReport, email }) => onReport === 'decline' || email !== null, {
      path: ['email'],
      error: 'required',
    }),
  sorts: ['name', 'kind'],
  filters: { kind: anyOf(z.enum(kinds)) },
  searched: ['name'],
  quiet: ['area', 'email'],
  holds: [
    {
      rows: 'report WHERE road_owner_id = $1',
      it: ['segnalazione', 'segnalazioni'],
      en: ['report', 'reports'],
    },
  ],
  async beforeWrite({ tx }, _id, input) {
    const invalid = await invalidAmong(tx, [input.area]);
    if (invalid.length > 0) throw new DomainError('invalid-input', { area: 'invalid' });
    return input;
  },
};
