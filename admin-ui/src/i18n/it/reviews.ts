/** What people make of missed deadlines: to learn, never to blame. */
export const reviews = {
  title: 'Analisi del ritardo del caso %{number}',
  intro:
    'Serve a capire che cosa cambiare perché non succeda ancora. Non cerca colpevoli: parla del lavoro, non delle persone.',
  empty: 'Nessuna analisi qui: nessuna scadenza superata aspetta una spiegazione.',
  ticked: 'Scegli',
  tick: 'Scegli l’analisi del caso %{number}',
  open: 'Apri l’analisi',
  what: 'La scadenza superata',
  policyChange: 'La scadenza risulta superata perché è cambiata la regola.',
  longest: 'L’attesa più lunga, %{span}: da «%{from}» a «%{to}».',
  theDeadline: 'scadenza superata',
  hours: '%{smart_count} ora |||| %{smart_count} ore',
  days: '%{smart_count} giorno |||| %{smart_count} giorni',
  found: 'Perché, e che cosa cambiamo',
  who: 'Se ne occupa %{name}; si verifica',
  ended: {
    improved: 'Va meglio. Grazie a chi ci ha lavorato.',
    unchanged: 'È rimasto come prima.',
    worse: 'Va peggio di prima.',
  },
  trained: 'È servito a imparare qualcosa: c’è stata formazione.',
  find: 'Indica le cause',
  findAgain: 'Rivedi le cause o il giorno',
  findIntro:
    'Perché questa scadenza è stata superata, e che cosa cambiate? |||| Per %{smart_count} analisi insieme: perché, e che cosa cambiate?',
  findTogether: 'Indica le cause di %{smart_count} analisi |||| Indica le cause di %{smart_count} analisi',
  changeHelp: 'Per esempio: «Teniamo dieci chiusini in magazzino». Parla del lavoro, non delle persone.',
  followUpHelp: 'Quel giorno chi se ne occupa riceve un messaggio.',
  close: 'Chiudi l’analisi',
  closeIntro: 'Che cosa è cambiato da quando ve ne occupate?',
  closeNow: 'Chiudi',
  say: 'Aggiungi il tuo punto di vista',
  sayIntro: 'Come l’hai vista tu? Lo leggono il reparto e chi lo aiuta.',
  sayNow: 'Aggiungi',
  reopen: 'Riprendi l’analisi',
  reopenIntro: 'Perché serve tornarci?',
  reopenNow: 'Riprendi',
  causes: 'Da che cosa vengono i ritardi (ultimi %{days} giorni)',
  few: 'Causa principale: %{causes}. |||| Quattro quinti vengono da: %{causes}.',
  recurs:
    '%{department}: «%{cause}» si ripete, trovata %{count} volte. Il reparto da solo non può cambiarla.',
  fields: {
    causes: 'Cause',
    change: 'Che cosa cambiamo',
    owner: 'Chi se ne occupa',
    followUpOn: 'Quando si verifica',
    outcome: 'Com’è adesso',
    training: 'C’è stata formazione',
    learned: 'Che cosa abbiamo imparato',
    words: 'Testo',
  },
};

/** A team beside its own past. */
export const growth = {
  title: 'Come cresciamo',
  intro:
    'Il lavoro del reparto confrontato solo con il proprio passato, e i grazie dei cittadini. Nessuna classifica, nessuna persona.',
  department: 'Reparto',
  crew: 'Squadra',
  everyCrew: 'Tutto il reparto',
  trend: {
    repaired: 'Riparazioni al mese',
    inTime: 'Riparate in tempo',
    stars: 'Stelle dei cittadini (su 5)',
  },
  change: {
    better: 'Negli ultimi sei mesi interi più che nei sei prima.',
    same: 'Negli ultimi sei mesi interi come nei sei prima.',
    less: 'Negli ultimi sei mesi interi meno che nei sei prima.',
  },
  tooLittle: 'Ancora troppo poco per confrontare i mesi.',
  reviews:
    'Nell’ultimo anno %{smart_count} analisi conclusa: %{improved} con un miglioramento, %{training} con una formazione. |||| Nell’ultimo anno %{smart_count} analisi concluse: %{improved} con un miglioramento, %{training} con una formazione.',
  thanks: 'I grazie dei cittadini',
  noThanks: 'Quando un cittadino scrive due righe con quattro o cinque stelle, le leggi qui.',
};
