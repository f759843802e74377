import { z } from 'zod';
import { Category, ReadyAnswer } from '../../../../db/entities';
import { caseStatuses, locales } from '../../../../domain/vocabulary';
import { anyOf, flag } from '../../list';
import type { Resource } from '../resource';
import { requireRows } from '../used';
import { active, name, position } from './fields';

/** What staff write often, by category and state; offered wherever they write about a case. */
export const readyAnswers: Resource<ReadyAnswer> = {
  name: 'ready-answers',
  entity: ReadyAnswer,
  write: 'settings.write',
  input: z.strictObject({
    title: name,
    locale: z.enum(locales).default('it'),
    text: z.string().trim().min(1).max(4000),
    categoryId: z.uuid().nullable().default(null),
    statuses: z.array(z.enum(caseStatuses)).max(caseStatuses.length).default([]),
    position,
    active,
  }),
  sorts: ['position', 'title', 'locale'],
  filters: { active: flag, locale: anyOf(z.enum(locales)), categoryId: anyOf(z.uuid()) },
  searched: ['title', 'text'],
  async beforeWrite({ tx }, _id, input) {
    if (input.categoryId) await requireRows(tx, Category, 'categoryId', [input.categoryId]);
    return input;
  },
};
