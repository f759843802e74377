const common = {
  id: 'Codice interno',
  name: 'Nome',
  code: 'Codice',
  nameIt: 'Nome italiano',
  nameEn: 'Nome inglese',
  email: 'E-mail',
  departmentId: 'Reparto',
  categoryId: 'Categoria',
  kind: 'Tipo',
  status: 'Stato',
  address: 'Luogo',
  number: 'Numero',
};

/** Names of the resources and of their fields. */
export const resources = {
  cases: {
    name: 'Caso |||| Casi',
    empty: 'Nessun caso qui: niente da fare.',
    fields: {
      askedOfUs: 'Solo ciò che ci è stato chiesto',
      ...common,
      place: 'Caso',
      photo: 'Foto',
      danger: 'Pericolo',
      openedAt: 'Aperto da',
      dueAt: 'Prossima scadenza',
      priority: 'Priorità',
      q: 'Cerca per numero, via o parola',
      band: 'Fascia',
      crewId: 'Squadra',
      stage: 'Escalation',
    },
  },
  reports: {
    name: 'Segnalazione |||| Segnalazioni',
    fields: { ...common, receivedAt: 'Ricevuta', channel: 'Come è arrivata', caseStatus: 'Caso' },
  },
  rounds: { name: 'Giro |||| Giri', fields: common },
  words: {
    name: 'Parola detta |||| Cerca nelle parole',
    fields: { ...common, at: 'Quando', place: 'Dove', excerpt: 'Parole', q: 'Che cosa è stato detto' },
  },
  escalations: {
    name: 'Escalation |||| Escalation',
    fields: { ...common, stage: 'Livello', clock: 'Scadenza', firedAt: 'Quando' },
  },
  messages: {
    name: 'Messaggio |||| Messaggi',
    fields: {
      ...common,
      q: 'Cerca per numero di caso o segnalazione',
      createdAt: 'Quando',
      event: 'Di che cosa parla',
      recipientKind: 'A chi',
      caseNumber: 'Caso',
      tries: 'Tentativi',
      subject: 'Oggetto',
    },
  },
  audit: { name: 'Controllo |||| Controllo', fields: { ...common, openedAt: 'Aperto', closedAt: 'Chiuso' } },
  'setting-changes': {
    name: 'Modifica |||| Registro impostazioni',
    fields: { ...common, resource: 'Che cosa' },
  },
  'signed-days': {
    name: 'Giorno firmato |||| Sigilli giornalieri',
    fields: { ...common, day: 'Giorno', digest: 'Impronta', chains: 'Catene', signedAt: 'Firmato' },
  },
  people: { name: 'Persona |||| Dati delle persone', fields: common },
  departments: {
    name: 'Reparto |||| Reparti',
    fields: {
      ...common,
      descriptionIt: 'Descrizione italiana',
      descriptionEn: 'Descrizione inglese',
      calendarId: 'Calendario',
      agencyIds: 'Enti per le emergenze',
      position: 'Posizione',
    },
  },
  categories: {
    name: 'Categoria |||| Categorie',
    fields: {
      ...common,
      groupCode: 'Gruppo',
      matchRadiusMetres: 'Distanza per riconoscere lo stesso problema',
      attributes: 'Domande a chi segnala',
      recurrenceDays: 'Giorni in cui un ritorno è una recidiva',
      serviceMinutes: 'Minuti di lavoro sul posto',
      skill: 'Competenza richiesta',
      position: 'Posizione',
    },
  },
  calendars: { name: 'Calendario |||| Calendari', fields: common },
  policies: {
    name: 'Regola di scadenza |||| Regole di scadenza',
    fields: { ...common, urgency: 'Urgenza' },
  },
  crews: {
    name: 'Squadra |||| Squadre',
    fields: { ...common, skills: 'Competenze', depot: 'Punto di partenza', shift: 'Turno' },
  },
  'roster-shifts': {
    name: 'Turno di reperibilità |||| Reperibilità',
    fields: { ...common, userId: 'Persona', startsAt: 'Dalle', endsAt: 'Alle' },
  },
  agencies: {
    name: 'Ente esterno |||| Enti esterni',
    fields: { ...common, webhookUrl: 'Indirizzo per le allerte', ackMinutes: 'Minuti per rispondere' },
  },
  suppliers: { name: 'Fornitore |||| Fornitori', fields: common },
  'api-keys': {
    name: 'Applicazione che segnala |||| Applicazioni che segnalano',
    fields: { ...common, contactEmail: 'E-mail di chi se ne occupa' },
  },
  templates: {
    name: 'Testo dei messaggi |||| Testi dei messaggi',
    fields: { ...common, event: 'Messaggio', locale: 'Lingua', own: 'Testo', changedAt: 'Cambiato' },
  },
  'ready-answers': {
    name: 'Risposta pronta |||| Risposte pronte',
    fields: { ...common, title: 'Titolo', locale: 'Lingua', text: 'Testo', statuses: 'Stati del caso' },
  },
  contracts: {
    name: 'Contratto |||| Contratti',
    fields: {
      ...common,
      supplierId: 'Fornitore',
      categoryIds: 'Categorie',
      area: 'Area',
      validFrom: 'Vale dal',
      validTo: 'Vale fino al',
      warrantyMonths: 'Garanzia, mesi',
    },
  },
  materials: {
    name: 'Materiale |||| Materiali',
    fields: { ...common, unit: 'Unità', price: 'Prezzo per unità' },
  },
  register: {
    name: 'Protocollo |||| Protocollo',
    fields: {
      ...common,
      from: 'Dal',
      to: 'Al',
      registerNumber: 'Protocollo',
      registeredAt: 'Registrata',
      reportNumber: 'Segnalazione',
      kind: 'Tipo',
      category: 'Categoria',
      department: 'Reparto',
    },
  },
  diagnosis: { name: 'Perché in ritardo? |||| Perché in ritardo?', fields: common },
  scorecards: { name: 'Com’è il lavoro? |||| Com’è il lavoro?', fields: common },
  subscribers: {
    name: 'Sistema collegato |||| Sistemi collegati',
    fields: { ...common, url: 'Indirizzo', events: 'Avvenimenti' },
  },
  deliveries: {
    name: 'Consegna |||| Consegne ai sistemi',
    fields: {
      ...common,
      event: 'Avvenimento',
      subscriber: 'Sistema',
      subscriberId: 'Sistema',
      caseNumber: 'Caso',
      lastError: 'Ultima risposta',
      tries: 'Tentativi',
      createdAt: 'Quando',
    },
  },
  'road-owners': {
    name: 'Strada di altri |||| Strade di altri',
    fields: {
      ...common,
      onReport: 'Che cosa si fa di una segnalazione',
      contactIt: 'A chi rivolgersi (italiano)',
      contactEn: 'A chi rivolgersi (inglese)',
      area: 'Tratto o area',
    },
  },
  'exposure-places': {
    name: 'Luogo sensibile |||| Luoghi sensibili',
    fields: { ...common, area: 'Punto, linea o area', places: 'Luoghi caricati' },
  },
  users: {
    name: 'Persona abilitata |||| Personale',
    fields: { ...common, role: 'Ruolo', locale: 'Lingua', phone: 'Telefono', createdAt: 'Creata' },
  },
};
