import { z } from 'zod';
import { ExposurePlace } from '../../../../db/entities';
import { DomainError } from '../../../../domain/errors';
import { exposureKinds } from '../../../../domain/vocabulary';
import { anyOf } from '../../list';
import type { Resource } from '../resource';
import { name } from './fields';
import { anyGeometry, invalidAmong } from './geometry';

/** Places near which a problem weighs more. The log of the settings, which every change adds to, has all weighed anew. */
export const exposurePlaces: Resource<ExposurePlace> = {
  name: 'exposure-places',
  entity: ExposurePlace,
  write: 'settings.write',
  input: z.strictObject({ name, kind: z.enum(exposureKinds), area: anyGeometry }),
  sorts: ['name', 'kind'],
  filters: { kind: anyOf(z.enum(exposureKinds)) },
  searched: ['name'],
  quiet: ['area'],
  async beforeWrite({ tx }, _id, input) {
    const invalid = await invalidAmong(tx, [input.area]);
    if (invalid.length > 0) throw new DomainError('invalid-input', { area: 'invalid' });
    return input;
  },
};
