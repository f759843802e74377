import type { resources as it } from '../it/resources';

const common = { id: 'Internal id', active: 'Active', departmentId: 'Department', categoryId: 'Category' };

export const resources: typeof it = {
  cases: {
    name: 'Caso |||| Casi',
    empty: 'Nessun caso qui: niente da fare.',
    fields: {
      ...common,
      number: 'Numero',
      place: 'Luogo',
      status: 'Stato',
      danger: 'Pericolo',
      openedAt: 'Aperto',
      dueAt: 'Scadenza',
      priority: 'Priorità',
      q: 'Cerca numero o via',
      emergency: 'Emergenza',
      late: 'In ritardo',
      crewId: 'Squadra',
      stage: 'Escalation',
    },
  },
};
