import { z } from 'zod';
import { ApiKey } from '../../../../db/entities';
import { hashToken, rowToken } from '../../../../db/tokens';
import { flag } from '../../list';
import type { Resource } from '../resource';
import { active, email, name } from './fields';

/** Applications that may send reports by Open311. The key is shown once, when it is made. */
export const apiKeys: Resource<ApiKey> = {
  name: 'api-keys',
  entity: ApiKey,
  write: 'settings.write',
  input: z.strictObject({ name, contactEmail: email, active }),
  sorts: ['name'],
  filters: { active: flag },
  searched: ['name'],
  secret: ['keyHash'],
  quiet: ['contactEmail'],
  usedBy: [['report', 'api_key_id']],
  shownOnce: ({ appSecret }, id) => ({ key: rowToken(appSecret, 'api-key', id) }),
  async beforeWrite({ config }, id, input, before) {
    return before ? input : { ...input, keyHash: hashToken(rowToken(config.appSecret, 'api-key', id)) };
  },
};
