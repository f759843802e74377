import type { RequestUpdate, ServiceRequest } from '../../db/views/open311';
import type { FactName } from '../../domain/case/facts';
import { isBeforeRepair } from '../../domain/case/state';
import type { Locale } from '../../domain/vocabulary';
import { milestoneOf, sentence } from '../public/steps';
import type { Value } from './format';

/** An instant with its time zone, to the second. */
const instant = (at: Date): string => at.toISOString().replace(/\.\d+Z$/, 'Z');

/** A report as GeoReport v2 shows it. What nobody but its writer may read is empty. */
export const requestOf = (row: ServiceRequest, locale: Locale): Value => ({
  service_request_id: row.number,
  status: isBeforeRepair(row) ? 'open' : 'closed',
  status_notes: milestoneOf(row.status, locale),
  service_name: row.category[locale],
  service_code: row.categoryCode,
  description: null,
  agency_responsible: row.department[locale],
  service_notice: null,
  requested_datetime: instant(row.receivedAt),
  updated_datetime: instant(row.updatedAt),
  expected_datetime: row.dueAt && instant(row.dueAt),
  address: null,
  address_id: null,
  zipcode: null,
  lat: row.latitude,
  long: row.longitude,
  media_url: null,
});

/** A fact as the states that the extension's clients know. */
const states: Partial<Record<FactName, string>> = {
  verified: 'INVESTIGATING',
  accepted: 'INVESTIGATING',
  rerouted: 'INTERNAL_REFERRAL',
  assigned: 'ACTION_SCHEDULED',
  started: 'IN_PROGRESS',
  repaired: 'FIXED',
  closed: 'FIXED',
  rejected: 'NO_FURTHER_ACTION',
  merged: 'DUPLICATE',
  reopened: 'REOPEN',
};
export const updateNames = Object.keys(states) as FactName[];

/** Why it ended, where that is another state. */
const endings: Record<string, string> = {
  duplicate: 'DUPLICATE',
  'not-ours': 'NOT_COUNCILS_RESPONSIBILITY',
  'not-fixed': 'NO_FURTHER_ACTION',
  'not-real': 'NO_FURTHER_ACTION',
};

/** A public fact as an update of the extension `servicerequestupdates`. */
export const updateOf = (
  { id, number, name, at, data, actorKind }: RequestUpdate,
  locale: Locale,
): Value => ({
  update_id: id,
  service_request_id: number,
  status: endings[data.reason ?? data.outcome ?? ''] ?? states[name as FactName] ?? 'OPEN',
  updated_datetime: instant(at),
  description: sentence({ at, name, actorKind, data, words: null, erased: false }, locale),
  media_url: null,
});
