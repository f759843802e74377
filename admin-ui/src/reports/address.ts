import type { Entry } from './enterReport';

/** A known house number, as the public API answers it. */
export interface Address {
  street: string;
  number: string;
  latitude: number;
  longitude: number;
}

export const sayAddress = ({ street, number }: Address) => `${street}, ${number}`;

export const placeOf = (found: Address): Entry['place'] => ({
  lat: found.latitude,
  lon: found.longitude,
  address: sayAddress(found),
  source: 'address',
});
