/** The catalogue of rewards. */
export const rewards = {
  costHelp: 'Un problema reale segnalato per primo vale 10 punti',
  stockHelp: 'Quanti ce ne sono in tutto, già dati compresi; vuoto: senza limite',
  codeDaysHelp: 'Per quanti giorni vale un codice; se scade senza essere usato, i punti tornano',
};

/** Where codes are used. */
export const counter = {
  intro:
    'Chi riscuote un premio mostra un codice. Leggilo o scrivilo qui, controlla il premio e segnalo come usato: vale una volta sola.',
  code: 'Codice',
  codeHelp: 'Come XXXX-XXXX-XXXX-XXXX; maiuscole e trattini non contano',
  look: 'Controlla',
  until: 'Il codice vale fino a %{when}',
  use: 'Usa il codice',
  used: 'Fatto: %{name}. Il codice non vale più.',
};

/** What citizens say against a judgement. */
export const appealInbox = {
  which: 'Quali',
  declared: 'Dichiarato: %{danger}',
  real: 'Trovato: %{danger}',
  notReal: 'Trovato: il problema non c’era',
  technician: 'Nota del tecnico',
  words: 'Il cittadino scrive',
  answeredBy: 'Risposta di %{name}, %{when}',
  answer: 'Rispondi',
  intro:
    'Riguarda il caso e le foto. Se il cittadino ha ragione, la segnalazione vale per lui come confermata e i punti che gli spettano vengono accreditati.',
  right: 'Il cittadino ha ragione?',
  upheld: 'Sì, correggi il giudizio',
  explained: 'No, il giudizio resta',
  note: 'Che cosa gli scrivi',
  noteHelp: 'Lo riceve per e-mail e lo legge sulla sua pagina: spiega il perché con parole semplici',
  done: 'Risposta inviata',
  empty: 'Nessun ricorso a cui rispondere.',
};
