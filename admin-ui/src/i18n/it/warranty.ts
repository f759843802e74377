/** What suppliers owe again: a problem that is back while the repair is under warranty. */
export const warranty = {
  title: 'Riparazione in garanzia',
  state: {
    proposed: 'Da inviare',
    sent: 'Inviata, aspetta risposta',
    accepted: 'Accettata',
    refused: 'Rifiutata',
    withdrawn: 'Ritirata',
  },
  grounds:
    'Riparato il %{repairedOn}, tornato il %{backOn}. La garanzia vale fino al %{until}: restava %{smart_count} giorno. |||| Riparato il %{repairedOn}, tornato il %{backOn}. La garanzia vale fino al %{until}: restavano %{smart_count} giorni.',
  repairedIn: 'Era stato riparato nel caso',
  contract: 'Contratto: %{contract}',
  otherCategory: 'La categoria non è la stessa: controlla che sia lo stesso problema.',
  sent: 'Inviata da %{name}, %{when}',
  endedBy: 'Conclusa da %{name}, %{when}',
  endedItself: 'Ritirata da sé, perché il caso è finito o il problema è di nuovo in un altro caso, %{when}',
  answered: 'Il fornitore ha risposto, %{when}',
  send: 'Chiedi l’intervento in garanzia',
  withdraw: 'Rinuncia alla garanzia',
  about: {
    send: 'Il caso viene proposto a %{supplier} come lavoro in garanzia, senza compenso. Accetta o rifiuta dalla sua pagina, e dice perché.',
    withdraw: 'La richiesta a %{supplier} viene ritirata, e con lei l’offerta che aspetta risposta.',
  },
  note: { send: 'Da aggiungere per il fornitore (facoltativo)', withdraw: 'Perché' },
  noteHelp: 'Il fornitore riceve già le date e il numero del caso riparato.',
  notYet:
    'Si può inviare quando il reparto ha preso in carico il caso e nessun’altra offerta aspetta risposta.',
  inactive:
    'Il fornitore non è più attivo: non gli si può inviare nulla. Riattivalo tra i fornitori oppure rinuncia alla garanzia.',
  done: { send: 'Richiesta inviata al fornitore', withdraw: 'Richiesta ritirata' },
  empty: 'Nessuna richiesta in garanzia qui.',
};
