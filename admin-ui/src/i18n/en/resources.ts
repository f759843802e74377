import type { resources as it } from '../it/resources';

const common = {
  id: 'Internal id',
  name: 'Name',
  code: 'Code',
  nameIt: 'Italian name',
  nameEn: 'English name',
  email: 'E-mail',
  departmentId: 'Department',
  categoryId: 'Category',
  kind: 'Kind',
  status: 'Status',
  address: 'Place',
  number: 'Number',
};

export const resources: typeof it = {
  cases: {
    name: 'Case |||| Cases',
    empty: 'No cases here: nothing to do.',
    fields: {
      askedOfUs: 'Only what was asked of us',
      ...common,
      place: 'Case',
      photo: 'Photo',
      danger: 'Danger',
      openedAt: 'Open for',
      dueAt: 'Next deadline',
      priority: 'Priority',
      q: 'Search by number, street or word',
      band: 'Band',
      crewId: 'Crew',
      stage: 'Escalation',
    },
  },
  reports: {
    name: 'Report |||| Reports',
    fields: { ...common, receivedAt: 'Received', channel: 'How it came in', caseStatus: 'Case' },
  },
  rounds: { name: 'Round |||| Rounds', fields: common },
  words: {
    name: 'Words said |||| Search what was said',
    fields: { ...common, at: 'When', place: 'Where', excerpt: 'Words', q: 'What was said' },
  },
  escalations: {
    name: 'Escalation |||| Escalations',
    fields: { ...common, stage: 'Stage', clock: 'Deadline', firedAt: 'When' },
  },
  messages: {
    name: 'Message |||| Messages',
    fields: {
      ...common,
      q: 'Search by number of case or report',
      createdAt: 'When',
      event: 'What it is about',
      recipientKind: 'To whom',
      caseNumber: 'Case',
      tries: 'Tries',
      subject: 'Subject',
    },
  },
  audit: { name: 'Audit |||| Audit', fields: { ...common, openedAt: 'Opened', closedAt: 'Closed' } },
  'setting-changes': { name: 'Change |||| Settings log', fields: { ...common, resource: 'What' } },
  'signed-days': {
    name: 'Signed day |||| Daily seals',
    fields: { ...common, day: 'Day', digest: 'Digest', chains: 'Chains', signedAt: 'Signed' },
  },
  people: { name: 'Person |||| People’s data', fields: common },
  departments: {
    name: 'Department |||| Departments',
    fields: {
      ...common,
      descriptionIt: 'Italian description',
      descriptionEn: 'English description',
      calendarId: 'Calendar',
      agencyIds: 'Agencies for emergencies',
      position: 'Position',
    },
  },
  categories: {
    name: 'Category |||| Categories',
    fields: {
      ...common,
      groupCode: 'Group',
      matchRadiusMetres: 'Distance to recognise the same problem',
      attributes: 'Questions to whoever reports',
      recurrenceDays: 'Days in which a return is a recurrence',
      serviceMinutes: 'Minutes of work on site',
      skill: 'Skill needed',
      position: 'Position',
    },
  },
  calendars: { name: 'Calendar |||| Calendars', fields: common },
  policies: { name: 'Deadline policy |||| Deadline policies', fields: { ...common, urgency: 'Urgency' } },
  crews: {
    name: 'Crew |||| Crews',
    fields: { ...common, skills: 'Skills', depot: 'Starting point', shift: 'Shift' },
  },
  'roster-shifts': {
    name: 'On-call shift |||| On-call roster',
    fields: { ...common, userId: 'Person', startsAt: 'From', endsAt: 'To' },
  },
  agencies: {
    name: 'Agency |||| Agencies',
    fields: { ...common, webhookUrl: 'Address for alerts', ackMinutes: 'Minutes to answer' },
  },
  suppliers: { name: 'Supplier |||| Suppliers', fields: common },
  'api-keys': {
    name: 'Reporting application |||| Reporting applications',
    fields: { ...common, contactEmail: 'E-mail of who looks after it' },
  },
  templates: {
    name: 'Messages’ words |||| Messages’ words',
    fields: { ...common, event: 'Message', locale: 'Language', own: 'Words', changedAt: 'Changed' },
  },
  'ready-answers': {
    name: 'Ready answer |||| Ready answers',
    fields: { ...common, title: 'Title', locale: 'Language', text: 'Text', statuses: 'States of the case' },
  },
  contracts: {
    name: 'Contract |||| Contracts',
    fields: {
      ...common,
      supplierId: 'Supplier',
      categoryIds: 'Categories',
      area: 'Area',
      validFrom: 'Valid from',
      validTo: 'Valid to',
      warrantyMonths: 'Warranty, months',
    },
  },
  materials: {
    name: 'Material |||| Materials',
    fields: { ...common, unit: 'Unit', price: 'Price a unit' },
  },
  register: {
    name: 'Official register |||| Official register',
    fields: {
      ...common,
      from: 'From',
      to: 'To',
      registerNumber: 'Register',
      registeredAt: 'Registered',
      reportNumber: 'Report',
      kind: 'Kind',
      category: 'Category',
      department: 'Department',
    },
  },
  diagnosis: { name: 'Why late? |||| Why late?', fields: common },
  scorecards: { name: 'How good? |||| How good?', fields: common },
  subscribers: {
    name: 'Connected system |||| Connected systems',
    fields: { ...common, url: 'Address', events: 'Events' },
  },
  deliveries: {
    name: 'Delivery |||| Deliveries to systems',
    fields: {
      ...common,
      event: 'Event',
      subscriber: 'System',
      subscriberId: 'System',
      caseNumber: 'Case',
      lastError: 'Last answer',
      tries: 'Tries',
      createdAt: 'When',
    },
  },
  'road-owners': {
    name: 'Road of others |||| Roads of others',
    fields: {
      ...common,
      onReport: 'What becomes of a report',
      contactIt: 'Whom to ask (Italian)',
      contactEn: 'Whom to ask (English)',
      area: 'Stretch or area',
    },
  },
  'exposure-places': {
    name: 'Exposed place |||| Exposed places',
    fields: { ...common, area: 'Point, line or area', places: 'Places loaded' },
  },
  users: {
    name: 'Member of staff |||| Staff',
    fields: { ...common, role: 'Role', locale: 'Language', phone: 'Telephone', createdAt: 'Created' },
  },
};
