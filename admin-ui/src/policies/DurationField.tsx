import { Box, MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { inUnit, toMinutes, type Unit, unitOf, units } from './targets';

interface Props {
  label: string;
  /** null: none. */
  minutes: number | null;
  /** With it, the field may be emptied. */
  optional?: boolean;
  onChange: (minutes: number | null) => void;
}

/** A duration as people write it: a number and minutes, hours or days of 24 hours. */
export const DurationField = ({ label, minutes, optional = false, onChange }: Props) => {
  const translate = useTranslate();
  const [unit, setUnit] = useState<Unit>(unitOf(minutes ?? 0));
  const shown = minutes === null ? '' : inUnit(minutes, unit);
  const write = (text: string) => {
    if (text === '') onChange(optional ? null : 0);
    else onChange(toMinutes(Number(text), unit));
  };
  return (
    <Box sx={{ display: 'flex', gap: 0.5 }}>
      <TextField
        label={label}
        type="number"
        value={shown}
        onChange={(event) => write(event.target.value)}
        slotProps={{ htmlInput: { min: 0, step: 'any' }, inputLabel: { shrink: true } }}
        sx={{ width: 165 }}
      />
      <TextField
        select
        value={unit}
        onChange={(event) => setUnit(event.target.value as Unit)}
        slotProps={{ htmlInput: { 'aria-label': `${label}: ${translate('command.fields.unit')}` } }}
        sx={{ width: 95 }}
      >
        {units.map(({ id }) => (
          <MenuItem key={id} value={id}>
            {translate(`settings.unit.${id}`)}
          </MenuItem>
        ))}
      </TextField>
    </Box>
  );
};
