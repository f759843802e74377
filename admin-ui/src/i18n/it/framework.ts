import italian from '@dslab/ra-language-italian';
import type { TranslationMessages } from 'ra-core';

/** react-admin's own texts: what the published translation lacks or says misleadingly. */
export const framework: TranslationMessages = {
  ra: {
    ...italian.ra,
    action: {
      ...italian.ra.action,
      cancel: 'Annulla',
      delete: 'Elimina',
      list: 'Elenco',
      refresh: 'Aggiorna',
      reset: 'Ripristina',
      search: 'Cerca',
      search_columns: 'Cerca colonne',
      update: 'Salva',
    },
    auth: { ...italian.ra.auth, sign_in: 'Accedi', logout: 'Esci' },
    boolean: { ...italian.ra.boolean, true: 'Sì' },
    guesser: {
      empty: { title: 'Nessun dato da mostrare', message: 'Il server non ha risposto con dei dati' },
    },
    message: {
      ...italian.ra.message,
      about: 'Informazioni',
      invalid_form: 'Non ancora salvato: guarda le righe in rosso.',
      yes: 'Sì',
      delete_title: 'Elimina %{name} %{recordRepresentation}',
      delete_content:
        'Vuoi davvero eliminare questo elemento? Se è già stato usato resta nell’archivio e non viene più proposto.',
    },
    notification: {
      ...italian.ra.notification,
      data_provider_error: 'Errore nella lettura dei dati.',
      deleted: 'Elemento eliminato |||| %{smart_count} elementi eliminati',
      logged_out: 'La sessione è terminata: accedi di nuovo.',
      offline: 'Connessione assente: dati non caricati.',
    },
    page: { ...italian.ra.page, dashboard: 'Inizio', empty: 'Ancora niente qui.' },
    validation: { ...italian.ra.validation, email: 'Deve essere un indirizzo e-mail valido' },
  },
};
