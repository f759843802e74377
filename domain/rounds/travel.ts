import type { Place, TravelTimes } from './types';

/** Mean radius of the earth in metres (IUGG). */
const earthRadius = 6_371_008.8;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Great-circle distance in metres by the haversine formula. */
export function metresBetween([lonA, latA]: Place, [lonB, latB]: Place): number {
  const half = (degrees: number) => Math.sin(radians(degrees) / 2) ** 2;
  const a = half(latB - latA) + Math.cos(radians(latA)) * Math.cos(radians(latB)) * half(lonB - lonA);
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(a)));
}

export interface Streets {
  /** Driving speed over a whole leg, lights and turns included. */
  metresPerSecond: number;
  /** Length of the way over the distance as the crow flies; 1 or more. */
  streetFactor: number;
}

/**
 * Streets of a city where nobody has measured them. The factor is the mean detour over 300 European cities, 1.343
 * (doi:10.1177/23998083231168870, 2023); the speed is the 28 km/h of a car in Italian cities (Isfort, 2015).
 */
export const cityStreets: Streets = { metresPerSecond: 28 / 3.6, streetFactor: 1.343 };

/** Travel times without a road map: great-circle distance times a street factor, over one speed. Whole seconds. */
export function streetTravel({ metresPerSecond, streetFactor }: Streets = cityStreets): TravelTimes {
  const seconds = (from: Place, to: Place) =>
    Math.round((metresBetween(from, to) * streetFactor) / metresPerSecond);
  return { matrix: async (places) => places.map((from) => places.map((to) => seconds(from, to))) };
}
