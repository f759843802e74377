import { Autocomplete, Box, FormHelperText, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { required, useInput, useTranslate } from 'react-admin';
import { get } from '../http/request';
import { PlaceMap } from '../map/PlaceMap';
import { type Address, placeOf, sayAddress } from './address';
import type { Entry } from './enterReport';
import { NearbyCases } from './NearbyCases';

/** Found by address among the known house numbers, or marked on the map. */
export const PlaceInput = () => {
  const translate = useTranslate();
  const { field, fieldState } = useInput({ source: 'place', validate: required() });
  const place = field.value as Entry['place'];
  const [typed, setTyped] = useState('');
  const asked = useDeferredValue(typed.trim());
  const { data = [], isFetching } = useQuery({
    queryKey: ['addresses', asked],
    queryFn: ({ signal }) => get<Address[]>(`/api/v1/addresses?q=${encodeURIComponent(asked)}`, signal),
    enabled: asked.length >= 3,
  });
  return (
    <Box sx={{ my: 1 }}>
      <Autocomplete
        options={data}
        loading={isFetching}
        filterOptions={(options) => options}
        getOptionLabel={sayAddress}
        getOptionKey={sayAddress}
        isOptionEqualToValue={(one, other) => sayAddress(one) === sayAddress(other)}
        inputValue={typed}
        onInputChange={(_, value) => setTyped(value)}
        onChange={(_, address) => address && field.onChange(placeOf(address))}
        noOptionsText={translate('reportEntry.noAddress')}
        renderInput={(params) => (
          <TextField {...params} label={translate('reportEntry.place')} error={fieldState.invalid} />
        )}
      />
      <PlaceMap
        point={place}
        onPick={(point) => field.onChange({ ...point, address: null, source: 'map' })}
      />
      {place && <NearbyCases place={place} />}
      {fieldState.invalid && <FormHelperText error>{translate('reportEntry.placeMissing')}</FormHelperText>}
    </Box>
  );
};
