import { Box, FormControlLabel, Switch, TextField } from '@mui/material';
import { useInput, useTranslate } from 'react-admin';
import type { CrewShift } from '../meta/useMeta';

const aDay: CrewShift = { from: '07:30', to: '15:30', pause: null };
const aPause = { earliest: '12:00', latest: '13:30', minutes: 30 };

/** What a new round of the crew begins with; optional. */
export const ShiftInput = () => {
  const translate = useTranslate();
  const { field } = useInput<CrewShift | null>({ source: 'shift', defaultValue: null });
  const shift = field.value as CrewShift | null;
  const change = (to: Partial<CrewShift>) => shift && field.onChange({ ...shift, ...to });
  const changePause = (to: Partial<typeof aPause>) =>
    shift?.pause && change({ pause: { ...shift.pause, ...to } });
  const time = (name: string, value: string, onChange: (value: string) => void) => (
    <TextField
      type="time"
      required
      label={translate(`settings.shift.${name}`)}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      slotProps={{ inputLabel: { shrink: true } }}
      sx={{ width: 160 }}
    />
  );
  return (
    <Box
      component="fieldset"
      sx={{ border: 1, borderColor: 'divider', borderRadius: 1, my: 1, width: '100%' }}
    >
      <legend>{translate('resources.crews.fields.shift')}</legend>
      <FormControlLabel
        control={<Switch checked={shift !== null} onChange={(_, on) => field.onChange(on ? aDay : null)} />}
        label={translate('settings.shift.usual')}
      />
      {shift && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, my: 1 }}>
          {time('from', shift.from, (from) => change({ from }))}
          {time('to', shift.to, (to) => change({ to }))}
        </Box>
      )}
      {shift && (
        <FormControlLabel
          control={
            <Switch
              checked={shift.pause !== null}
              onChange={(_, on) => change({ pause: on ? aPause : null })}
            />
          }
          label={translate('settings.shift.pause')}
        />
      )}
      {shift?.pause && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, my: 1 }}>
          {time('earliest', shift.pause.earliest, (earliest) => changePause({ earliest }))}
          {time('latest', shift.pause.latest, (latest) => changePause({ latest }))}
          <TextField
            type="number"
            required
            label={translate('settings.shift.minutes')}
            value={shift.pause.minutes}
            onChange={(event) => changePause({ minutes: Number(event.target.value) })}
            slotProps={{ htmlInput: { min: 1, max: 480 } }}
            sx={{ width: 160 }}
          />
        </Box>
      )}
    </Box>
  );
};
