import { z } from 'zod';
import { findWords } from '../../db/views/words';
import type { Deps } from '../http/deps';
import { readList, sendList } from './list';
import { type Route, scopeOf } from './route';

const shape = {
  sorts: ['at'],
  order: 'DESC',
  filters: { q: z.string().trim().max(200).default('') },
} as const;

/** A search over everything that was ever said in the cases that one may read. */
export const wordRoutes = ({ db }: Deps): Route[] => [
  {
    method: 'get',
    path: '/words',
    action: 'case.read',
    async handler(req, res) {
      const { page, filters } = readList(req, shape);
      const nothing = { rows: [], total: 0 };
      sendList(res, filters.q ? await findWords(db, { q: filters.q, scope: scopeOf(res) }, page) : nothing);
    },
  },
];
