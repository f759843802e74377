import DirectionsIcon from '@mui/icons-material/Directions';
import MapIcon from '@mui/icons-material/MapOutlined';
import { Box, Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { RoundPlace } from '../types';
import { geoLink, mapLink } from './links';

/** Opens the phone's own navigation, or a map in the browser; nothing of anybody else's is loaded here. */
export const Navigation = ({ place }: { place: RoundPlace }) => {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
      <Button
        variant="outlined"
        size="large"
        startIcon={<DirectionsIcon />}
        href={geoLink(place)}
        sx={{ flex: 1, minHeight: 48 }}
      >
        {translate('rounds.navigate')}
      </Button>
      <Button
        size="large"
        startIcon={<MapIcon />}
        href={mapLink(place)}
        target="_blank"
        rel="noreferrer"
        sx={{ minHeight: 48 }}
      >
        {translate('rounds.openMap')}
      </Button>
    </Box>
  );
};
