import { Section } from '../../form/Section';
import { pointOf } from '../../map/distance';
import { PlaceMap } from '../../map/PlaceMap';
import type { CaseDetail } from '../types';

/** Nothing for a case about no place. */
export const CasePlace = ({ row }: { row: Pick<CaseDetail, 'lat' | 'lon'> }) => {
  const point = pointOf(row);
  if (!point) return null;
  return (
    <Section title="casePage.sections.place">
      <PlaceMap point={point} />
    </Section>
  );
};
