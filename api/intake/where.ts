import type { DataSource } from 'typeorm';
import { type Coordinates, lookAtPlace, metresBetween, type PlaceFacts } from '../../db/geo/place';
import type { Locale } from '../../domain/vocabulary';
import type { LatLon } from '../photos/prepare';
import type { ReportInput } from './input';

export interface Place extends Coordinates {
  source: ReportInput['placeSource'];
  accuracy: number | null;
  address: string | null;
  /** Somebody else's ground, whose owner gets the report. */
  owner: PlaceFacts['owner'];
  /** How far from there the first picture with a place was taken. */
  photoMetres: number | null;
}

export interface Where {
  place: Place | null;
  problem?: 'place-missing' | 'place-unclear' | 'outside-boundary' | 'not-our-road';
  explanation?: Record<Locale, string>;
}

/**
 * The place that somebody chose; else where the picture was taken; else where the device is, which may be at
 * home by now. A picture from outside the municipality is no picture of the problem's place.
 */
async function placeOf(
  db: DataSource,
  { latitude, longitude, placeSource }: Partial<ReportInput>,
  gps: LatLon | null,
): Promise<{ coordinates: Coordinates; told: boolean; facts: PlaceFacts } | null> {
  const told = latitude === undefined || longitude === undefined ? null : { latitude, longitude };
  if (gps && (!told || placeSource === 'device')) {
    const facts = await lookAtPlace(db, gps);
    if (!told || facts.inside) return { coordinates: gps, told: false, facts };
  }
  return told && { coordinates: told, told: true, facts: await lookAtPlace(db, told) };
}

/**
 * Finds the place of a report and whether it is the municipality's to mend; never silently accepted. What ends
 * with an answer may be about no place, but one that somebody names is looked at in just the same way.
 */
export async function findPlace(
  db: DataSource,
  input: Partial<ReportInput>,
  gps: LatLon | null,
): Promise<Where> {
  // Where somebody took a picture says nothing of what their question is about.
  const taken = endsWithRepair(input) ? gps : null;
  const found = await placeOf(db, input, taken);
  if (!found) return nowhere(input);
  const { coordinates, told, facts } = found;
  const refused = refusalOf(facts);
  if (refused) return refused;
  const place: Place = {
    ...coordinates,
    source: told ? (input.placeSource ?? 'map') : 'photo',
    accuracy: told ? (input.accuracy ?? null) : null,
    address: (told && input.address) || facts.address,
    owner: facts.owner,
    photoMetres: taken && told ? Math.round(metresBetween(taken, coordinates)) : null,
  };
  return { place };
}

function refusalOf({ inside, owner }: PlaceFacts): Where | null {
  if (!inside) return { place: null, problem: 'outside-boundary' };
  if (owner?.onReport !== 'decline') return null;
  return { place: null, problem: 'not-our-road', explanation: whomToAsk(owner) };
}

const endsWithRepair = ({ kind = 'problem' }: Partial<ReportInput>) => kind === 'problem';

/** A place that was named by half is neither no place nor one that can be found. */
function nowhere(input: Partial<ReportInput>): Where {
  if (endsWithRepair(input)) return { place: null, problem: 'place-missing' };
  const named = [input.latitude, input.longitude, input.address].some((part) => part !== undefined);
  return named ? { place: null, problem: 'place-unclear' } : { place: null };
}

/** What the citizen is told of a road whose owner gets the report. */
export const passedOn = ({ name }: { name: string }): Record<Locale, string> => ({
  it: `Questa strada o area non è del Comune ma di ${name}: inoltriamo luogo e testo della segnalazione, e i tempi dipendono dal proprietario.`,
  en: `This road or area does not belong to the municipality but to ${name}: we pass on the place and the words of the report, and the time it takes depends on the owner.`,
});

const whomToAsk = ({
  name,
  contactIt,
  contactEn,
}: NonNullable<PlaceFacts['owner']>): Record<Locale, string> => ({
  it: `Questa strada o area non è del Comune ma di ${name}, e non possiamo intervenire. ${contactIt} In caso di pericolo chiama il 112.`,
  en: `This road or area does not belong to the municipality but to ${name}, and we may not work there. ${contactEn} If there is danger, call 112.`,
});
