/** The words of the messages, and what staff have ready to write. */
export const template = {
  own: 'Del Comune',
  builtIn: 'Del prodotto',
  back: 'Tutti i messaggi',
  words: 'Testo',
  help: 'La prima riga è l’oggetto, poi ogni riga è un paragrafo. [parole]({{campo}}) è un pulsante, > una citazione; {{#if campo}} … {{/if}} mostra qualcosa solo se il campo c’è.',
  saved: 'Salvato: vale dal prossimo messaggio',
  undo: 'Annulla le modifiche',
  toBuiltIn: 'Torna al testo del prodotto',
  fields: 'Campi:',
  preview: 'Anteprima',
  number: 'Numero di un caso',
  numberHelp: 'Con un caso vero; ciò che non ha ancora è d’esempio. Non si invia niente.',
  history: 'Versioni',
  version: 'Versione %{version}',
  shipped: 'Testo del prodotto',
  backToBuiltIn: 'di nuovo il testo del prodotto',
  take: 'Riprendi questo testo',
};

export const readyAnswer = {
  take: 'Usa una risposta pronta',
  anyCategory: 'Ogni categoria',
  anyStatus: 'Senza scelta vale in ogni stato',
};
