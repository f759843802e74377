/** The log of the settings, the signed days, and whether all of it holds. */
export const settingsLog = {
  did: {
    'setting-created': 'Creazione',
    'setting-changed': 'Modifica',
    'setting-deactivated': 'Disattivazione',
    'setting-removed': 'Eliminazione',
    'setting-loaded': 'Caricamento',
    'person-exported': 'Dati di una persona scaricati su sua richiesta',
    'person-erased': 'Dati di una persona cancellati su sua richiesta',
  },
  name: '«%{name}»',
  hidden: 'scritto (il registro non ne conserva il valore)',
  why: 'Perché:',
};

export const verification = {
  run: 'Verifica tutto adesso',
  running: 'Si ricalcola tutto il registro…',
  sound:
    'Nessuno ha toccato il passato (%{when}). Ricalcolati: catene %{chains}, voci %{entries}, giorni firmati %{days}, storie conservate %{archives}.',
  broken:
    'La verifica non è riuscita (%{when}). Ricalcolati: catene %{chains}, voci %{entries}, giorni firmati %{days}, storie conservate %{archives}.',
  compare:
    'Ogni notte si firmano le catene che sono cresciute e l’impronta parte per posta all’organo di controllo: deve essere uguale a quella di questo elenco.',
  chain: {
    changed: 'Catena %{chain}: la voce %{entry} è stata cambiata.',
    removed: 'Catena %{chain}: prima della voce %{entry} ne manca almeno una.',
    'words-changed': 'Catena %{chain}: il testo della voce %{entry} è stato cambiato.',
    'words-removed':
      'Catena %{chain}: il testo della voce %{entry} è sparito senza una cancellazione registrata.',
  },
  day: {
    forged: 'Giorno %{day}: non è quello che è stato firmato.',
    removed: 'Giorno %{day}: manca il giorno firmato prima.',
    'chain-changed': 'Giorno %{day}: la catena %{chain} non è più quella firmata.',
    'chain-removed': 'Giorno %{day}: della catena %{chain} manca la voce firmata.',
  },
  archive: {
    changed: '%{workflow}: la storia conservata (esecuzione %{runId}) è stata cambiata.',
    removed: '%{workflow}: manca la storia conservata (esecuzione %{runId}).',
    unlogged: '%{workflow}: il registro non garantisce la storia conservata (esecuzione %{runId}).',
  },
  escalation: {
    removed: '%{chain}: «%{stage}» di «%{clock}» è nel registro e manca dall’elenco dei ritardi.',
    added: '%{chain}: «%{stage}» di «%{clock}» è nell’elenco dei ritardi e manca dal registro.',
  },
};
