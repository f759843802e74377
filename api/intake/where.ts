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
  problem?: 'place-missing' | 'outside-boundary' | 'not-our-road';
  explanation?: Record<Locale, string>;
}

/** The person's word, else the picture's. */
function coordinatesOf(
  { latitude, longitude }: Partial<ReportInput>,
  gps: LatLon | null,
): Coordinates | null {
  if (latitude === undefined || longitude === undefined) return gps;
  return { latitude, longitude };
}

/** Finds the place of a report and whether it is the municipality's to mend; never silently accepted. */
export async function findPlace(
  db: DataSource,
  input: Partial<ReportInput>,
  gps: LatLon | null,
): Promise<Where> {
  const coordinates = coordinatesOf(input, gps);
  if (!coordinates) return { place: null, problem: 'place-missing' };
  const facts = await lookAtPlace(db, coordinates);
  if (!facts.inside) return { place: null, problem: 'outside-boundary' };
  if (facts.owner?.onReport === 'decline') {
    return { place: null, problem: 'not-our-road', explanation: whomToAsk(facts.owner) };
  }
  const told = coordinates !== gps;
  const place: Place = {
    ...coordinates,
    source: told ? (input.placeSource ?? 'map') : 'photo',
    accuracy: told ? (input.accuracy ?? null) : null,
    address: input.address || facts.address,
    owner: facts.owner,
    photoMetres: gps && told ? Math.round(metresBetween(gps, coordinates)) : null,
  };
  return { place };
}

const whomToAsk = ({
  name,
  contactIt,
  contactEn,
}: NonNullable<PlaceFacts['owner']>): Record<Locale, string> => ({
  it: `Questa strada o area non è del Comune ma di ${name}, e non possiamo intervenire. ${contactIt} In caso di pericolo chiama il 112.`,
  en: `This road or area does not belong to the municipality but to ${name}, and we may not work there. ${contactEn} If there is danger, call 112.`,
});
