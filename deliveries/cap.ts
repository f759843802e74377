import { DateTime } from 'luxon';
import type { Danger, Emergency } from '../domain/vocabulary';
import { element } from './xml';

export type CapType = 'Alert' | 'Update' | 'Cancel';

/** An earlier message that an Update or Cancel is about. */
export interface CapReference {
  identifier: string;
  sent: Date;
}

export interface CapMessage {
  identifier: string;
  /** Without spaces, commas, `<` and `&`: an e-mail address. */
  sender: string;
  senderName: string;
  sent: Date;
  timezone: string;
  status: 'Actual' | 'Exercise';
  type: CapType;
  /** Whom it is for: names an agency. */
  addressee: string;
  references: CapReference[];
  incident: string;
  /** What it is about, in Italian: the category. */
  event: string;
  danger: Danger;
  emergency: Emergency;
  place: string;
  /** Null where nobody said where it is: then the municipality is the area. */
  lat: number | null;
  lon: number | null;
  istatCode: string;
  members: number;
  /** What the citizen wrote. */
  words: string | null;
  /** The answer link. */
  web: string;
  contact: string;
  photoUrl: string | null;
}

const NAMESPACE = 'urn:oasis:names:tc:emergency:cap:1.2';
/** Around the reported point: about the precision of a telephone in a street. */
const RADIUS_KM = '0.05';
/** A webhook stays below 20 kB. */
const WORDS = 1500;

const severities: Record<Danger, string> = { 1: 'Minor', 2: 'Moderate', 3: 'Severe', 4: 'Extreme' };

const headlines: Record<CapType, string> = {
  Alert: 'Emergenza',
  Update: 'Aggiornamento',
  Cancel: 'Annullata',
};

/** A CAP 1.2 message, element by element in the order of its schema. */
export function buildCap(cap: CapMessage): string {
  const { type, sender } = cap;
  const info = {
    language: 'it-IT',
    category: cap.emergency === 'injured' ? ['Safety', 'Rescue'] : ['Safety'],
    event: clean(cap.event),
    urgency: type === 'Cancel' ? 'Past' : 'Immediate',
    severity: severities[cap.emergency === 'injured' ? (Math.max(3, cap.danger) as Danger) : cap.danger],
    certainty: 'Observed',
    senderName: clean(cap.senderName),
    headline: clean(`${headlines[type]}: ${cap.event}, ${cap.place}`.slice(0, 160)),
    description: clean(describe(cap)),
    instruction: clean(instruct(cap)),
    web: cap.web,
    contact: clean(cap.contact),
    parameter: { valueName: 'segnalazioni', value: String(cap.members) },
    ...(cap.photoUrl && {
      resource: { resourceDesc: 'Foto di chi ha segnalato', mimeType: 'image/jpeg', uri: cap.photoUrl },
    }),
    area: {
      areaDesc: clean(cap.place),
      ...(cap.lat !== null &&
        cap.lon !== null && { circle: `${cap.lat.toFixed(6)},${cap.lon.toFixed(6)} ${RADIUS_KM}` }),
      geocode: { valueName: 'ISTAT', value: cap.istatCode },
    },
  };
  const time = (at: Date) => capTime(at, cap.timezone);
  const alert = {
    identifier: cap.identifier,
    sender,
    sent: time(cap.sent),
    status: cap.status,
    msgType: type,
    scope: 'Private',
    addresses: `"${clean(cap.addressee).replaceAll('"', '')}"`,
    ...(cap.status === 'Exercise' && { note: 'Esercitazione: nessun intervento richiesto.' }),
    ...(cap.references.length > 0 && {
      references: cap.references
        .map(({ identifier, sent }) => `${sender},${identifier},${time(sent)}`)
        .join(' '),
    }),
    incidents: cap.incident,
    info,
  };
  const root = element('alert', alert).replace('<alert>', `<alert xmlns="${NAMESPACE}">`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}`;
}

/** CAP knows neither milliseconds nor `Z`. */
export const capTime = (at: Date, zone: string): string =>
  DateTime.fromJSDate(at, { zone }).toFormat("yyyy-MM-dd'T'HH:mm:ssZZ");

function describe({ type, emergency, members, words }: CapMessage): string {
  if (type === 'Cancel') return 'La richiesta di soccorso è annullata: non occorre intervenire.';
  const what =
    emergency === 'injured'
      ? 'Segnalata una persona ferita nello spazio pubblico.'
      : 'Segnalato un pericolo imminente per le persone nello spazio pubblico.';
  const count = members > 1 ? ` Segnalazioni dello stesso luogo: ${members}.` : '';
  const quoted = words ? ` Chi ha segnalato scrive: «${words.slice(0, WORDS)}»` : '';
  return `${what}${count}${quoted}`;
}

const instruct = ({ type }: CapMessage) =>
  type === 'Alert'
    ? 'Aprire il collegamento e confermare la ricezione: senza conferma viene avvisato l’ente successivo.'
    : 'Nessuna conferma richiesta.';

/** Without what XML cannot hold. */
const clean = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what XML forbids
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '')
    .trim() || '-';
