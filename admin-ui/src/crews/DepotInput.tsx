import { Box, Button, FormLabel } from '@mui/material';
import { useInput, useTranslate } from 'react-admin';
import { PlaceMap } from '../map/PlaceMap';

interface GeoPoint {
  type: 'Point';
  /** Longitude first. */
  coordinates: [number, number];
}

/** Where a crew starts from; optional. */
export const DepotInput = () => {
  const translate = useTranslate();
  const { field } = useInput<GeoPoint | null>({ source: 'depot', defaultValue: null });
  const depot = field.value as GeoPoint | null;
  const point = depot ? { lat: depot.coordinates[1], lon: depot.coordinates[0] } : null;
  return (
    <Box sx={{ width: '100%', my: 1 }}>
      <FormLabel>{translate('resources.crews.fields.depot')}</FormLabel>
      <PlaceMap
        point={point}
        onPick={({ lat, lon }) => field.onChange({ type: 'Point', coordinates: [lon, lat] })}
      />
      {depot && (
        <Button size="small" onClick={() => field.onChange(null)}>
          {translate('ra.action.remove')}
        </Button>
      )}
    </Box>
  );
};
