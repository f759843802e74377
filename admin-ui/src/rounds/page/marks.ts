import type { RoundDetail, RoundPlace, RoundStop } from '../types';
import type { Mark } from './leafletRoute';

const colours: Record<RoundStop['status'], string> = {
  planned: '#0b57a4',
  arrived: '#8a4b00',
  done: '#00693e',
  'not-possible': '#b3261e',
  returned: '#4a5763',
};
const urgent = '#b3261e';
const waiting = '#6b7885';

/** The depot, the stops by their numbers, and those that wait beside the round. */
export function marksOf({ stops }: Pick<RoundDetail, 'stops'>, others: RoundPlace[]): Mark[] {
  const named = ({ number, address }: RoundPlace) => `${number} ${address ?? ''}`.trim();
  return [
    ...others.map(({ id, lat, lon, ...place }) => ({
      ...{ id, lat, lon, number: null, title: named({ id, lat, lon, ...place }) },
      colour: place.band === 'P1' ? urgent : waiting,
    })),
    ...stops.map(({ caseId, status, case: place }, at) => ({
      ...{ id: caseId, lat: place.lat, lon: place.lon, number: at + 1, colour: colours[status] },
      title: `${at + 1}. ${named(place)}`,
    })),
  ];
}

export const depotOf = ({ depot }: Pick<RoundDetail, 'depot'>) => ({
  lat: depot.coordinates[1],
  lon: depot.coordinates[0],
});
