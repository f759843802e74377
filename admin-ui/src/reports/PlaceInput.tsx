import { Autocomplete, Box, Button, FormHelperText, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { required, useInput, useTranslate } from 'react-admin';
import { get } from '../http/request';
import { PlaceMap } from '../map/PlaceMap';
import { type Address, placeOf, sayAddress } from './address';
import type { Entry } from './enterReport';

/** Found by address among the known house numbers, or marked on the map; what is needed cannot be taken away. */
export const PlaceInput = ({ needed }: { needed: boolean }) => {
  const translate = useTranslate();
  const { field, fieldState } = useInput({
    source: 'place',
    validate: needed ? required() : undefined,
  });
  const place = field.value as Entry['place'];
  const [found, setFound] = useState<Address | null>(null);
  const [typed, setTyped] = useState('');
  const asked = useDeferredValue(typed.trim());
  const { data = [], isFetching } = useQuery({
    queryKey: ['addresses', asked],
    queryFn: ({ signal }) => get<Address[]>(`/api/v1/addresses?q=${encodeURIComponent(asked)}`, signal),
    enabled: asked.length >= 3,
  });
  const choose = (chosen: Entry['place'], address: Address | null = null) => {
    setFound(address);
    field.onChange(chosen);
  };
  return (
    <Box sx={{ my: 1 }}>
      <Autocomplete
        value={found}
        options={data}
        loading={isFetching}
        filterOptions={(options) => options}
        getOptionLabel={sayAddress}
        getOptionKey={sayAddress}
        isOptionEqualToValue={(one, other) => sayAddress(one) === sayAddress(other)}
        inputValue={typed}
        onInputChange={(_, value) => setTyped(value)}
        onChange={(_, address) => choose(address && placeOf(address), address)}
        noOptionsText={translate('reportEntry.noAddress')}
        renderInput={(params) => (
          <TextField
            {...params}
            label={translate(needed ? 'reportEntry.place' : 'reportEntry.placeOptional')}
            error={fieldState.invalid}
          />
        )}
      />
      <PlaceMap point={place} onPick={(point) => choose({ ...point, address: null, source: 'map' })} />
      {place && !needed && (
        <Button size="small" onClick={() => choose(null)}>
          {translate('reportEntry.placeRemove')}
        </Button>
      )}
      {fieldState.invalid && <FormHelperText error>{translate('reportEntry.placeMissing')}</FormHelperText>}
    </Box>
  );
};
