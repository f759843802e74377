/** The order of the menu. */
export const menuGroups = [
  { key: 'work', resources: ['cases', 'reports', 'escalations'] },
  { key: 'control', resources: ['audit', 'messages', 'people'] },
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
      'users',
    ],
  },
];
