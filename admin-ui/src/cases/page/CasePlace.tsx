import { Section } from '../../form/Section';
import { PlaceMap } from '../../map/PlaceMap';
import type { CaseDetail } from '../types';

export const CasePlace = ({ row }: { row: CaseDetail }) => (
  <Section title="casePage.sections.place">
    <PlaceMap point={{ lat: row.lat, lon: row.lon }} />
  </Section>
);
