import { MenuItem, TextField } from '@mui/material';

interface Props<T extends string> {
  label: string;
  value: T;
  choices: readonly { id: T; name: string }[];
  onChange: (value: T) => void;
}

/** One of a few things to look at. */
export const Choice = <T extends string>({ label, value, choices, onChange }: Props<T>) => (
  <TextField
    select
    size="small"
    fullWidth={false}
    label={label}
    value={value}
    onChange={({ target }) => onChange(target.value as T)}
    sx={{ minWidth: 200 }}
  >
    {choices.map(({ id, name }) => (
      <MenuItem key={id} value={id}>
        {name}
      </MenuItem>
    ))}
  </TextField>
);
