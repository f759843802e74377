import type { Locale } from '../domain/vocabulary';

/** What can be wrong with one field, said to the person who filled it in. */
const sentences = {
  required: ['Questo campo è obbligatorio.', 'This field is required.'],
  invalid: ['Il valore non è valido.', 'The value is not valid.'],
  choice: ['Scegli una delle voci proposte.', 'Choose one of the given options.'],
  'too-short': ['Il testo è troppo breve.', 'The text is too short.'],
  'too-long': ['Il testo è troppo lungo.', 'The text is too long.'],
  'out-of-range': ['Il valore è fuori dai limiti ammessi.', 'The value is outside the allowed range.'],
  'not-over': ['Scegli un giorno già finito.', 'Choose a day that is over.'],
  'too-much': [
    'Sono troppe riparazioni per un dossier: scegli un periodo più breve, meno fornitori o meno categorie.',
    'These are too many repairs for a dossier: choose a shorter period, fewer suppliers or fewer categories.',
  ],
  past: ['Scegli un momento che deve ancora venire.', 'Choose a moment that is still to come.'],
  email: [
    'L’indirizzo e-mail non sembra corretto: controllalo, per esempio nome@esempio.it.',
    'This e-mail address does not look right: please check it, for example name@example.org.',
  ],
  'unknown-field': ['Questo campo non esiste.', 'There is no such field.'],
  'place-missing': [
    'Indica dove si trova: usa la posizione, cerca un indirizzo o tocca la mappa.',
    'Say where it is: use your position, search for an address or tap the map.',
  ],
  'place-unclear': [
    'Questo luogo non si trova: scegli un indirizzo dall’elenco o tocca la mappa, oppure lascia vuoto.',
    'This place cannot be found: choose an address from the list or tap the map, or leave it empty.',
  ],
  'problem-only': [
    'Vale solo per un problema: se c’è un pericolo, scegli «Un problema da riparare».',
    'This is for a problem only: if there is danger, choose “A problem to repair”.',
  ],
  'privacy-unread': [
    'Conferma di avere letto l’informativa sulla privacy.',
    'Please confirm that you have read the privacy notice.',
  ],
  'category-of-other-department': [
    'Questa categoria non appartiene all’ufficio scelto.',
    'This category does not belong to the chosen department.',
  ],
  'joins-elsewhere': [
    'Questo caso non è qui vicino o non è più aperto: prosegui senza.',
    'This case is not near here, or is not open any more: go on without it.',
  ],
  'too-many-photos': ['Puoi allegare al massimo 3 foto.', 'You can attach at most 3 photos.'],
  quantity: ['Scrivi la quantità di ogni materiale.', 'Please give the quantity of each material.'],
  stopped: ['Questa segnalazione non si può inviare da qui.', 'This report cannot be sent from here.'],
  'too-many-files': ['Puoi allegare al massimo 3 file.', 'You can attach at most 3 files.'],
  'file-format': [
    'Si possono allegare foto (JPEG, PNG, WebP) e PDF.',
    'Photos (JPEG, PNG, WebP) and PDFs can be attached.',
  ],
  'file-too-large': ['Un file può avere al massimo 10 MB.', 'A file may have at most 10 MB.'],
  'nothing-given': ['Scrivi qualcosa o allega una foto.', 'Write something or attach a photo.'],
} as const satisfies Record<string, readonly [string, string]>;

export type FieldCode = keyof typeof sentences;

export const isFieldCode = (code: string): code is FieldCode => Object.hasOwn(sentences, code);

/** The sentence for a field's code. Codes of whole refusals are looked up by `sentenceOf` in errors.ts. */
export const fieldSentence = (code: string, locale: Locale): string | undefined =>
  isFieldCode(code) ? sentences[code][locale === 'it' ? 0 : 1] : undefined;
