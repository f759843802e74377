import DirectionsIcon from '@mui/icons-material/DirectionsOutlined';
import { Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Section } from '../../form/Section';
import { PlaceMap } from '../../map/PlaceMap';
import type { CaseDetail } from '../types';

/** Where to go, and how to get there. */
export const CasePlace = ({ row: { lat, lon } }: { row: CaseDetail }) => {
  const translate = useTranslate();
  return (
    <Section title="casePage.sections.place">
      <PlaceMap point={{ lat, lon }} />
      <Button
        variant="outlined"
        startIcon={<DirectionsIcon />}
        href={`https://www.openstreetmap.org/directions?to=${lat},${lon}`}
        target="_blank"
        rel="noreferrer"
      >
        {translate('casePage.directions')}
      </Button>
    </Section>
  );
};
