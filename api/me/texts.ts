import type { AppealState, PointReason, RedemptionState } from '../../domain/rewards/points';
import type { Verdict } from '../../domain/standing/judgement';
import type { Locale } from '../../domain/vocabulary';

const it = {
  askTitle: 'La tua pagina',
  askLead:
    'I tuoi punti e i premi, come sono state giudicate le tue segnalazioni e la tua affidabilità. Senza registrarti: ti mandiamo un collegamento per e-mail.',
  email: 'L’e-mail che hai dato con una segnalazione',
  askButton: 'Mandami il collegamento',
  asked:
    'Se questo indirizzo è confermato per una segnalazione, tra poco ricevi un’e-mail con il collegamento. Se non arriva, guarda nella posta indesiderata e riprova tra dieci minuti.',
  expired: 'Questo collegamento è scaduto. Chiedine uno nuovo: i tuoi punti restano.',
  title: 'La tua pagina',
  lead: 'Questo indirizzo è solo tuo: non passarlo ad altri.',
  until: 'Il collegamento vale fino a',
  renew: 'Chiedine un altro',
  points: 'I tuoi punti',
  pointsHint: (first: number, further: number) =>
    `${first} punti per ogni problema reale che segnali per primo, ${further} se altri lo avevano già segnalato. Un errore non toglie mai punti.`,
  rewards: 'Premi',
  noRewards: 'In questo momento non ci sono premi.',
  cost: (points: number) => `${points} punti`,
  left: (pieces: number) => (pieces === 1 ? 'ne resta 1' : `ne restano ${pieces}`),
  offeredUntil: 'fino al',
  missing: (points: number) => (points === 1 ? 'Ti manca 1 punto' : `Ti mancano ${points} punti`),
  gone: 'Esaurito',
  choose: 'Scegli',
  sureTitle: 'Vuoi questo premio?',
  sure: (points: number, days: number) =>
    `Spendi ${points} punti e ricevi un codice che vale una volta sola, per ${days === 1 ? 'un giorno' : `${days} giorni`}. Finché non lo usi puoi restituirlo; se scade, i punti tornano.`,
  sureButton: 'Sì, dammi il codice',
  cancel: 'No, torna indietro',
  codes: 'I tuoi codici',
  codeHint: 'Mostralo allo sportello.',
  qr: 'Il codice come immagine da leggere con uno scanner',
  validUntil: 'Vale fino a',
  giveBack: 'Restituiscilo e riprendi i punti',
  state: { issued: 'Da usare', used: 'Usato', expired: 'Scaduto, punti restituiti', returned: 'Restituito' },
  ledger: 'Movimenti dei punti',
  noLines: 'Ancora nessun movimento.',
  report: 'segnalazione',
  reason: {
    first: 'Problema reale, segnalato per primo',
    further: 'Problema reale, già segnalato da altri',
    corrected: 'Giudizio corretto dopo il tuo ricorso',
    redeemed: 'Premio',
    expired: 'Codice scaduto: punti restituiti',
    returned: 'Codice restituito',
  },
  standing: 'La tua affidabilità',
  standingOff:
    'L’hai disattivata: non la calcoliamo e non la usiamo. La tua parola pesa come quella di chi segnala per la prima volta. Punti e premi restano.',
  tooFew: (judged: number, enough: number) =>
    `Ancora nessuna: servono ${enough} segnalazioni giudicate sul posto, finora ${judged === 1 ? 'è una' : `sono ${judged}`}. La tua parola pesa come quella di chi segnala per la prima volta.`,
  figure: (mean: string, low: string, high: string) =>
    `${mean} su 100. Con i giudizi che abbiamo, sta tra ${low} e ${high} con una probabilità del 95 %.`,
  weight: (factor: string) =>
    `Il pericolo che dichiari pesa ${factor} volte quello di chi segnala per la prima volta (mai meno di 0,5 né più di 1,5).`,
  usedFor:
    'Serve solo a questo: finché il personale non ha verificato la tua segnalazione, pesa il pericolo che dichiari nell’ordine in cui i casi vengono guardati. Non blocca mai una segnalazione e non conta nulla in un’emergenza. Nessuno la vede accanto al tuo nome; dalla priorità di un caso non ancora verificato con una sola segnalazione, però, il personale potrebbe intuire se la tua parola pesa di più o di meno.',
  how: 'Come si calcola',
  howLong:
    'Si parte da 50 su 100. Ogni giudizio sul posto conta: confermata come l’avevi detta 1, più grave di come l’avevi detta 0,75, meno grave 0,5, non c’era nulla 0. Dopo un anno un giudizio conta la metà. È una profilazione: puoi disattivarla quando vuoi.',
  turnOff: 'Disattiva la mia affidabilità',
  turnOn: 'Attiva la mia affidabilità',
  judged: 'Come sono state giudicate',
  noJudged: 'Nessuna tua segnalazione è stata ancora giudicata sul posto.',
  countsNow: 'oggi conta',
  foreign:
    'Non conta per la tua affidabilità: è arrivata con il tuo indirizzo da un altro browser, e non possiamo sapere se eri tu.',
  verdict: {
    'as-declared': 'Confermata come l’avevi detta',
    understated: 'Reale, più grave di come l’avevi detta',
    exaggerated: 'Reale, meno grave di come l’avevi detta',
    'not-real': 'Sul posto non c’era il problema',
  },
  appeal: 'Non sono d’accordo',
  appealHint: 'Scrivi perché: una persona dell’ufficio riguarda il caso e ti risponde per e-mail.',
  appealWords: 'Perché il giudizio è sbagliato?',
  appealButton: 'Invia il ricorso',
  yourAppeal: 'Il tuo ricorso',
  answer: 'La risposta',
  appealState: {
    open: 'Aspetta una risposta',
    upheld: 'Accolto: per te vale come confermata',
    explained: 'Il giudizio resta, ecco perché',
  },
  erasedWords: '[testo cancellato]',
  saved: 'Fatto.',
};

type Texts = typeof it & {
  state: Record<RedemptionState, string>;
  reason: Record<PointReason, string>;
  verdict: Record<Verdict, string>;
  appealState: Record<AppealState, string>;
};

const en: Texts = {
  askTitle: 'Your page',
  askLead:
    'Your points and the rewards, how your reports were judged, and your reliability. Without an account: we mail you a link.',
  email: 'The e-mail that you gave with a report',
  askButton: 'Send me the link',
  asked:
    'If this address is confirmed for a report, you will soon get an e-mail with the link. If it does not come, look into your spam folder and try again in ten minutes.',
  expired: 'This link has expired. Ask for a new one: your points stay.',
  title: 'Your page',
  lead: 'This address is yours alone: do not pass it on.',
  until: 'The link works until',
  renew: 'Ask for another one',
  points: 'Your points',
  pointsHint: (first, further) =>
    `${first} points for every real problem that you report first, ${further} if others had reported it already. A mistake never takes points away.`,
  rewards: 'Rewards',
  noRewards: 'There are no rewards at the moment.',
  cost: (points) => `${points} points`,
  left: (pieces) => `${pieces} left`,
  offeredUntil: 'until',
  missing: (points) => (points === 1 ? 'You need 1 more point' : `You need ${points} more points`),
  gone: 'None left',
  choose: 'Choose',
  sureTitle: 'Do you want this reward?',
  sure: (points, days) =>
    `You spend ${points} points and get a code that works once, for ${days === 1 ? 'one day' : `${days} days`}. Until you use it you can give it back; if it expires, the points come back.`,
  sureButton: 'Yes, give me the code',
  cancel: 'No, go back',
  codes: 'Your codes',
  codeHint: 'Show it at the counter.',
  qr: 'The code as a picture for a scanner',
  validUntil: 'Works until',
  giveBack: 'Give it back for its points',
  state: {
    issued: 'To be used',
    used: 'Used',
    expired: 'Expired, points given back',
    returned: 'Given back',
  },
  ledger: 'What happened to your points',
  noLines: 'Nothing yet.',
  report: 'report',
  reason: {
    first: 'Real problem, you reported it first',
    further: 'Real problem, others had reported it',
    corrected: 'Judgement set right after your appeal',
    redeemed: 'Reward',
    expired: 'Code expired: points given back',
    returned: 'Code given back',
  },
  standing: 'Your reliability',
  standingOff:
    'You have switched it off: we neither compute nor use it. Your word weighs as much as that of somebody who reports for the first time. Points and rewards stay.',
  tooFew: (judged, enough) =>
    `None yet: it takes ${enough} reports that were judged on site, so far there ${judged === 1 ? 'is one' : `are ${judged}`}. Your word weighs as much as that of somebody who reports for the first time.`,
  figure: (mean, low, high) =>
    `${mean} out of 100. By the judgements there are, it lies between ${low} and ${high} with a probability of 95 %.`,
  weight: (factor) =>
    `The danger that you declare weighs ${factor} times that of somebody who reports for the first time (never less than 0.5 or more than 1.5).`,
  usedFor:
    'It serves for one thing: until staff have verified your report, it weighs the danger that you declare in the order in which cases are looked at. It never stops a report and counts for nothing in an emergency. Nobody sees it beside your name; but from the priority of a case that is not verified yet and has one report, staff might infer whether your word weighs more or less.',
  how: 'How it is computed',
  howLong:
    'It begins at 50 out of 100. Every judgement on site counts: confirmed as you said it 1, worse than you said it 0.75, less bad 0.5, nothing there 0. After a year a judgement counts half. This is profiling: you can switch it off whenever you like.',
  turnOff: 'Switch my reliability off',
  turnOn: 'Switch my reliability on',
  judged: 'How your reports were judged',
  noJudged: 'None of your reports has been judged on site yet.',
  countsNow: 'counts today',
  foreign:
    'It does not count for your reliability: it came with your address from another browser, and we cannot know whether it was you.',
  verdict: {
    'as-declared': 'Confirmed as you said it',
    understated: 'Real, worse than you said it',
    exaggerated: 'Real, less bad than you said it',
    'not-real': 'The problem was not there',
  },
  appeal: 'I do not agree',
  appealHint: 'Write why: somebody in the department looks at the case again and answers by e-mail.',
  appealWords: 'Why is the judgement wrong?',
  appealButton: 'Send the appeal',
  yourAppeal: 'Your appeal',
  answer: 'The answer',
  appealState: {
    open: 'Waiting for an answer',
    upheld: 'Upheld: for you it counts as confirmed',
    explained: 'The judgement stays, here is why',
  },
  erasedWords: '[words erased]',
  saved: 'Done.',
};

export const texts: Record<Locale, Texts> = { it, en };
