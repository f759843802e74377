/** The order of the menu. */
export const menuGroups = [
  { key: 'work', resources: ['cases', 'reports', 'rounds', 'words', 'escalations'] },
  { key: 'control', resources: ['audit', 'setting-changes', 'signed-days', 'messages', 'people'] },
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
      'road-owners',
      'exposure-places',
      'users',
    ],
  },
];
