/** Pages around the cases. */
export const reportEntry = {
  channel: 'Come è arrivata',
  kind: 'Che cos’è',
  emergency: 'C’è un’emergenza?',
  call112: 'Per prima cosa fai chiamare il 112. La segnalazione non sostituisce la chiamata.',
  place: 'Via e numero civico',
  noAddress: 'Nessun indirizzo trovato: tocca la mappa',
  placeMissing: 'Scegli un indirizzo o tocca la mappa',
  text: 'Che cosa dice la persona',
  photos: 'Aggiungi foto (al massimo 3)',
  email: 'E-mail della persona (facoltativa)',
  emailHelp: 'Riceve un messaggio per confermarla, poi ogni aggiornamento.',
  privacy: 'L’informativa sulla privacy è stata letta alla persona',
  send: 'Registra la segnalazione',
  nearby:
    'Casi aperti qui vicino. Se è lo stesso problema, dillo alla persona e registra comunque la segnalazione: i due casi si possono unire dopo.',
  done: 'Segnalazione %{number} registrata.',
  code: 'Codice da dettare o consegnare alla persona (si vede solo adesso):',
  link: 'Con il codice la segue a questo indirizzo:',
  copy: 'Copia l’indirizzo',
  print: 'Stampa',
  open: 'Apri la segnalazione',
  another: 'Inserisci un’altra segnalazione',
};

export const escalationInbox = {
  which: 'Quali',
  unseen: 'Da vedere',
  seen: 'Già viste',
  missed: 'Scadenza «%{clock}»: %{when}',
  seenBy: 'Vista da %{name}, %{when}',
  acknowledge: 'Presa visione',
  done: 'Presa visione registrata',
  empty: 'Nessuna escalation da vedere: tutto nei tempi.',
};

export const messagePage = {
  reporter: 'Chi ha segnalato %{number}',
  about: 'Messaggio',
  preview: 'Come lo vede chi lo riceve',
  notRendered: 'Il messaggio non è ancora stato composto.',
  tries: '1 tentativo |||| %{smart_count} tentativi',
  retry: 'Prova a inviarlo di nuovo',
  retried: 'Messaggio rimesso in coda',
};

export const auditPage = {
  intro: 'Ogni passo di questo caso, come lo ha deciso il flusso e come lo ha scritto il registro.',
  chain: 'Catena del registro',
  chainOk: 'Integra: ogni voce garantisce la precedente.',
  chainBroken: 'Interrotta alla voce %{entry}: è stata cambiata, o ne manca una prima.',
  chainErased: 'Testi cancellati su richiesta: %{count}. La catena resta integra.',
  comparison: 'Confronto passo per passo',
  comparisonOk:
    'Flusso, registro ed elenchi dicono lo stesso: 1 fatto confrontato. |||| Flusso, registro ed elenchi dicono lo stesso: %{smart_count} fatti confrontati.',
  comparisonLater: 'La storia del flusso non è raggiungibile adesso: il confronto si fa più tardi.',
  missing: 'Decisi ma non nel registro: %{facts}.',
  different: 'Diversi tra flusso e registro: %{facts}.',
  unexplained: 'Nel registro ma non decisi da nessun flusso: %{facts}.',
  statusDiffers: 'Lo stato che gli elenchi mostrano non segue dal registro.',
  entries: '1 voce |||| %{smart_count} voci',
  histories: 'Storie dei flussi',
  steps: 'Passi in parole semplici',
  raw: 'Testo originale',
  show: 'Leggi',
  hide: 'Chiudi',
  download: 'Scarica',
  replay: 'Riesegui',
  replaying: 'Si riesegue la storia…',
  replayOk: 'Riprodotto: la storia porta di nuovo alle stesse decisioni.',
  replayFailed: 'Non riprodotto: il programma di oggi deciderebbe diversamente.',
  build: 'versione %{build}',
  events: '1 evento |||| %{smart_count} eventi',
  running: 'in corso',
  run: 'Esecuzione %{run}',
};

export const peoplePage = {
  intro:
    'Cerca una persona con il suo indirizzo e-mail esatto, per rispondere a una richiesta sui suoi dati.',
  email: 'Indirizzo e-mail esatto',
  search: 'Cerca',
  none: 'Nessuna persona con questo indirizzo.',
  confirmed: 'Indirizzo confermato %{when}',
  unconfirmed: 'Indirizzo non confermato',
  reports: '1 segnalazione |||| %{smart_count} segnalazioni',
  export: 'Scarica i suoi dati',
  erase: 'Cancella i suoi dati',
  eraseIntro:
    'L’indirizzo e tutto ciò che la persona ha scritto vengono cancellati per sempre, con le sue foto. I casi restano, senza di lei. Non si può tornare indietro.',
  eraseWhy: 'Motivo, per il registro',
  eraseConfirm: 'Scrivi di nuovo l’indirizzo per confermare',
  eraseDiffers: 'L’indirizzo non corrisponde',
  erased: 'Dati cancellati',
};
