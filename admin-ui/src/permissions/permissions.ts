/** Settings and which action changes them; everybody may read them. */
const writeAction: Record<string, string> = {
  departments: 'settings.write',
  categories: 'settings.write',
  calendars: 'settings.write',
  policies: 'settings.write',
  crews: 'settings.write',
  'roster-shifts': 'settings.write',
  agencies: 'settings.write',
  suppliers: 'settings.write',
  contracts: 'settings.write',
  materials: 'settings.write',
  rewards: 'settings.write',
  subscribers: 'settings.write',
  'api-keys': 'settings.write',
  templates: 'settings.write',
  'ready-answers': 'settings.write',
  'road-owners': 'settings.write',
  'exposure-places': 'settings.write',
  users: 'users.write',
};

/** Every kind of setting. */
export const settingResources = Object.keys(writeAction);

const readAction: Record<string, string> = {
  cases: 'case.read',
  reports: 'case.read',
  words: 'case.read',
  rounds: 'round.read',
  escalations: 'escalation.read',
  appeals: 'appeal.answer',
  redemptions: 'redemption.use',
  dashboards: 'dashboard.read',
  diagnosis: 'diagnosis.read',
  'what-if': 'diagnosis.read',
  scorecards: 'scorecard.read',
  reviews: 'review.read',
  growth: 'growth.read',
  dossiers: 'dossier.read',
  'warranty-claims': 'warranty.read',
  messages: 'message.read',
  deliveries: 'delivery.read',
  audit: 'audit.read',
  'setting-changes': 'audit.read',
  'signed-days': 'audit.read',
  register: 'audit.read',
  people: 'person.export',
  users: 'users.write',
};

const createAction: Record<string, string> = { reports: 'report.enter', rounds: 'round.plan' };

/** May somebody with these actions do `action` (list, show, create, edit, delete) on a resource? */
export function canAccess(actions: readonly string[], resource: string, action: string): boolean {
  if (action === 'list' || action === 'show')
    return actions.includes(readAction[resource] ?? 'settings.read');
  if (action === 'create' && createAction[resource]) return actions.includes(createAction[resource]);
  const write = writeAction[resource];
  return write !== undefined && actions.includes(write);
}
