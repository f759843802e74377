import type { DataSource } from 'typeorm';
import { Conditions, type PageOf } from './conditions';

export interface SettingChangeFilter {
  ids?: string[];
  resource?: string[];
  actorId?: string[];
}

export const settingChangeOrders = { seq: { ASC: 'l.seq', DESC: 'l.seq DESC' } } as const;

/** What a setting is called now. */
const names: Record<string, string> = {
  departments: 'SELECT name_it FROM department',
  categories: 'SELECT name_it FROM category',
  calendars: 'SELECT name FROM calendar',
  policies: 'SELECT name FROM sla_policy',
  crews: 'SELECT name FROM crew',
  agencies: 'SELECT name FROM agency',
  suppliers: 'SELECT name FROM supplier',
  'road-owners': 'SELECT name FROM road_owner',
  'exposure-places': 'SELECT name FROM exposure_place',
  users: 'SELECT name FROM app_user',
};
const nameNow = Object.entries(names)
  .map(([resource, select]) => `WHEN '${resource}' THEN (${select} WHERE id::text = l.data->>'id')`)
  .join(' ');
/** And what it was called when it was made, once it is gone. */
const nameThen = `(SELECT coalesce(made.data->'changes'->'name'->>1, made.data->'changes'->'nameIt'->>1)
  FROM log_entry made WHERE made.chain = 'settings' AND made.name = 'setting-created'
    AND made.data->>'id' = l.data->>'id')`;

/** The log of the settings: who changed what, when and why. Requests about people's data stand in it, too. */
export async function listSettingChanges(db: DataSource, filter: SettingChangeFilter, page: PageOf) {
  const conditions = new Conditions();
  conditions.add(`l.chain = 'settings'`);
  conditions.anyOf('l.fact_id', filter.ids);
  conditions.anyOf(`l.data->>'resource'`, filter.resource);
  conditions.anyOf('l.actor_id', filter.actorId);
  const from = `FROM log_entry l LEFT JOIN note n ON n.id = l.note_id
    LEFT JOIN app_user u ON l.actor_kind = 'user' AND u.id::text = l.actor_id ${conditions.where}`;
  const [{ total }] = await db.query(`SELECT count(*)::int AS total ${from}`, conditions.values);
  const rows = await db.query(
    `SELECT l.fact_id AS id, l.seq, l.at, l.name, l.actor_id AS "actorId", u.name AS "actorName",
       l.data->>'resource' AS resource, l.data->>'id' AS "settingId", l.data->'changes' AS changes,
       coalesce(CASE l.data->>'resource' ${nameNow} END, ${nameThen}) AS "settingName",
       n.body AS words, n.erased_at IS NOT NULL AS erased
     ${from} ORDER BY ${page.orderBy}
     LIMIT ${conditions.value(page.limit)} OFFSET ${conditions.value(page.start)}`,
    conditions.values,
  );
  return { rows, total };
}
