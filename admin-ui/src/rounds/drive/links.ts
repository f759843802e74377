import type { RoundPlace } from '../types';

type Where = Pick<RoundPlace, 'lat' | 'lon' | 'address' | 'number'>;

/** What a phone opens with the navigation of its owner's choice (RFC 5870, with the label that Android reads). */
export const geoLink = ({ lat, lon, address, number }: Where): string =>
  `geo:${lat},${lon}?q=${lat},${lon}(${encodeURIComponent(address ?? number)})`;

/** The way there in any browser. */
export const mapLink = ({ lat, lon }: Where): string =>
  `https://www.openstreetmap.org/directions?to=${lat},${lon}`;
