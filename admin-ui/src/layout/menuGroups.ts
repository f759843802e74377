/** The order of the menu. */
export const menuGroups = [
  { key: 'work', resources: ['cases', 'reports', 'rounds', 'words', 'escalations'] },
  {
    key: 'control',
    resources: [
      'diagnosis',
      'audit',
      'setting-changes',
      'signed-days',
      'register',
      'messages',
      'deliveries',
      'people',
    ],
  },
  {
    key: 'settings',
    resources: [
      'departments',
      'categories',
      'calendars',
      'policies',
      'crews',
      'roster-shifts',
      'agencies',
      'suppliers',
      'contracts',
      'materials',
      'templates',
      'ready-answers',
      'subscribers',
      'api-keys',
      'road-owners',
      'exposure-places',
      'users',
    ],
  },
];
