const common = { id: 'Codice interno', active: 'Attivo', departmentId: 'Reparto', categoryId: 'Categoria' };

/** Names of the resources and of their fields. */
export const resources = {
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
