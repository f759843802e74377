import { DomainError, type ErrorCode } from '../domain/errors';
import type { Locale } from '../domain/vocabulary';
import { fieldSentence } from './field-errors';

/** Every error code, once: its HTTP status and what a person reads, in Italian and English. */
const table: Record<ErrorCode, readonly [status: number, it: string, en: string]> = {
  'invalid-input': [422, 'Alcuni dati mancano o non sono corretti.', 'Some data are missing or not right.'],
  'unknown-field': [422, 'La richiesta contiene campi sconosciuti.', 'The request holds unknown fields.'],
  'not-found': [404, 'Non abbiamo trovato quello che cerchi.', 'We could not find what you are looking for.'],
  'not-signed-in': [401, 'Accedi per continuare.', 'Sign in to continue.'],
  'wrong-credentials': [401, 'E-mail o password non corrette.', 'Wrong e-mail or password.'],
  forbidden: [403, 'Non hai il permesso di farlo.', 'You may not do this.'],
  'bad-csrf': [
    403,
    'La pagina è scaduta o la richiesta arriva da un altro sito: ricarica la pagina e riprova.',
    'The page has expired or the request comes from another site: reload the page and try again.',
  ],
  'too-many-requests': [
    429,
    'Troppe richieste in poco tempo: aspetta un momento e riprova. In caso di pericolo chiama il 112.',
    'Too many requests in a short time: wait a moment and try again. If there is danger, call 112.',
  ],
  'too-much': [
    422,
    'È troppo da calcolare in una volta: scegli un periodo più breve o meno voci.',
    'This is too much to compute at once: choose a shorter period or fewer things.',
  ],
  'photo-quota': [
    429,
    'Hai raggiunto il numero di foto che puoi inviare in un giorno. Puoi inviare la segnalazione senza foto.',
    'You have reached the number of photos that you can send in one day. You can send the report without photos.',
  ],
  'photo-unreadable': [
    422,
    'Questa foto è danneggiata o incompleta: prova a scattarla di nuovo o scegline un’altra.',
    'This photo is damaged or incomplete: take it again or choose another one.',
  ],
  'photo-too-large': [
    413,
    'Questa foto è troppo grande: al massimo 10 MB e 50 megapixel.',
    'This photo is too large: at most 10 MB and 50 megapixels.',
  ],
  'photo-format': [
    415,
    'Accettiamo foto JPEG, PNG o WebP. Su iPhone, in Impostazioni > Fotocamera > Formati, scegli “Più compatibile”, oppure invia uno screenshot della foto.',
    'We accept JPEG, PNG or WebP photos. On an iPhone choose “Most Compatible” in Settings > Camera > Formats, or send a screenshot of the photo.',
  ],
  'outside-boundary': [
    422,
    'Il punto indicato è fuori dal territorio del nostro Comune: controlla la posizione o rivolgiti al Comune di quel luogo.',
    'The place is outside the territory of our municipality: check the position or turn to the municipality of that place.',
  ],
  'not-our-road': [
    422,
    'Questa strada o area non è del Comune.',
    'This road or area does not belong to the municipality.',
  ],
  'idempotency-conflict': [
    409,
    'Questa Idempotency-Key è già stata usata per una richiesta diversa.',
    'This Idempotency-Key has already been used for a different request.',
  ],
  'link-expired': [410, 'Questo collegamento non è più valido.', 'This link is no longer valid.'],
  'illegal-transition': [
    409,
    'In questo momento il caso non lo permette: forse qualcuno lo ha appena cambiato.',
    'The case does not allow this now: perhaps somebody has just changed it.',
  ],
  'question-closed': [
    409,
    'A questa domanda non si può più rispondere: è già stata chiusa.',
    'This question can no longer be answered: it is closed.',
  ],
  'offer-waits': [
    409,
    'Il caso è offerto ad altri: aspetta la risposta o ritira l’offerta.',
    'The case is offered to somebody: wait for the answer or take the offer back.',
  ],
  'nothing-offered': [
    409,
    'Questa offerta non c’è più: ha già avuto risposta o è stata ritirata.',
    'This offer is gone: it was answered or taken back.',
  ],
  'parts-open': [
    409,
    'Una parte del lavoro, affidata a un altro reparto, non è ancora conclusa.',
    'A part of the work, which another department has, is not over yet.',
  ],
  'wrong-kind': [
    409,
    'Questo comando non vale per questo tipo di segnalazione.',
    'This command is not for this kind of report.',
  ],
  'already-safe': [409, 'Il luogo è già in sicurezza.', 'The place has already been made safe.'],
  'make-safe-running': [
    409,
    'La messa in sicurezza è già in corso.',
    'Making the place safe is already under way.',
  ],
  'emergency-never-pauses': [409, 'Un’emergenza non si sospende.', 'An emergency is never paused.'],
  'already-paused': [409, 'Questa sospensione esiste già.', 'This pause exists already.'],
  'not-paused': [409, 'Il caso non è sospeso.', 'The case is not paused.'],
  'no-reopen-request': [
    409,
    'Nessuno ha chiesto di riaprire questo caso.',
    'Nobody has asked to reopen this case.',
  ],
  'no-forward-running': [
    409,
    'Non c’è nessun inoltro in corso da richiamare.',
    'There is no forward under way to recall.',
  ],
  'help-called': [
    409,
    'Per questo caso è stato chiesto soccorso: unisci l’altro caso a questo, o richiama prima l’inoltro.',
    'Help was called for this case: merge the other case into this one, or recall the forward first.',
  ],
  'case-closed': [409, 'Il caso è chiuso.', 'The case is closed.'],
  'round-over': [409, 'Il giro è finito.', 'The round is over.'],
  'shift-over': [409, 'Il turno della squadra è finito.', 'The crew’s shift is over.'],
  'stop-in-progress': [
    409,
    'La squadra è ancora a una tappa: prima indica se è fatta o se non è possibile.',
    'The crew is still at a stop: say first whether it is done or not possible.',
  ],
  'not-in-round': [409, 'Il caso non è in questo giro.', 'The case is not in this round.'],
  'already-in-round': [409, 'Il caso è già in un giro.', 'The case is in a round already.'],
  'rating-closed': [
    409,
    'In questo momento non è possibile dare un giudizio.',
    'It is not possible to rate at this moment.',
  ],
  'already-rated': [
    409,
    'Hai già dato il tuo giudizio, grazie.',
    'You have already given your rating, thank you.',
  ],
  'too-few-points': [409, 'I tuoi punti non bastano.', 'You do not have enough points.'],
  'none-left': [409, 'Questo premio è esaurito.', 'There is none of this reward left.'],
  'reward-over': [409, 'Questo premio non è più disponibile.', 'This reward is not available any more.'],
  'code-used': [409, 'Questo codice è già stato usato.', 'This code has already been used.'],
  'code-over': [
    409,
    'Questo codice non vale più: è scaduto o è stato restituito.',
    'This code is no longer valid: it has expired or was given back.',
  ],
  'not-confirmed-yet': [
    202,
    'Il comando è stato inviato ma non è ancora confermato.',
    'The command has been sent but is not confirmed yet.',
  ],
  conflict: [
    409,
    'Nel frattempo i dati sono cambiati: ricarica e riprova.',
    'The data have changed meanwhile: reload and try again.',
  ],
  'temporal-unavailable': [
    503,
    'Il servizio è momentaneamente rallentato: riprova tra qualche minuto.',
    'The service is slow at the moment: try again in a few minutes.',
  ],
  unexpected: [
    500,
    'Qualcosa non ha funzionato da parte nostra. Riprova tra poco.',
    'Something went wrong on our side. Please try again soon.',
  ],
};

/** A refusal that explains some fields with words of this very case, such as whose road it is. */
export class ExplainedError extends DomainError {
  constructor(
    code: ErrorCode,
    fields: Record<string, string>,
    readonly explanations: Record<string, Record<Locale, string>>,
  ) {
    super(code, fields);
  }
}

/** Too much of something in a while; `retryAfter` in seconds. */
export class TooManyError extends DomainError {
  constructor(
    code: ErrorCode,
    readonly retryAfter: number,
  ) {
    super(code);
  }
}

/** One error for the problems of all fields; where all are of one kind it has that kind's own code. */
export function refusal(
  fields: Record<string, string>,
  explanations: Record<string, Record<Locale, string>> = {},
): DomainError {
  const [only, ...others] = new Set(Object.values(fields));
  const code = only && others.length === 0 && only in table ? (only as ErrorCode) : 'invalid-input';
  return new ExplainedError(code, fields, explanations);
}

export interface ErrorBody {
  code: ErrorCode;
  message: string;
  /** Field to sentence. */
  fields?: Record<string, string>;
}

export const statusOf = (code: ErrorCode): number => table[code][0];

/** What a person reads for an error code. */
export const sentenceOf = (code: ErrorCode, locale: Locale): string => table[code][locale === 'it' ? 1 : 2];

/** The sentence for a field's code, which may also be the code of a whole refusal. */
const sentenceOfField = (code: string, locale: Locale): string =>
  fieldSentence(code, locale) ?? (code in table ? sentenceOf(code as ErrorCode, locale) : code);

/** The body that answers an error: code, sentence, and a sentence for each wrong field. */
export function errorBody(error: DomainError, locale: Locale): ErrorBody {
  const explanations = error instanceof ExplainedError ? error.explanations : {};
  const fields = Object.entries(error.fields).map(([field, code]): [string, string] => [
    field,
    explanations[field]?.[locale] ?? sentenceOfField(code, locale),
  ]);
  const [first] = fields;
  const message = first && error.code !== 'invalid-input' ? first[1] : sentenceOf(error.code, locale);
  return { code: error.code, message, ...(first && { fields: Object.fromEntries(fields) }) };
}

/** What express and its body parsers throw, in our words; anything unknown is `unexpected`. */
export function toDomainError(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  const { status } = error as { status?: number };
  if (status && status >= 400 && status < 500)
    return new DomainError(status === 404 ? 'not-found' : 'invalid-input');
  return new DomainError('unexpected');
}
