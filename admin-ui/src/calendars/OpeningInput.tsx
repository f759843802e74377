import AddIcon from '@mui/icons-material/Add';
import DeleteIcon from '@mui/icons-material/DeleteOutlined';
import { Box, Button, FormHelperText, IconButton, TextField, Typography } from '@mui/material';
import { useInput, useTranslate } from 'react-admin';
import { addSpan, type Opening, openingProblem, removeSpan, setTime, weekdays } from './opening';

/** The week's opening hours, day by day. */
export const OpeningInput = ({ source }: { source: string }) => {
  const translate = useTranslate();
  const problem = (value: Opening) => {
    const key = openingProblem(value);
    return key && translate(key);
  };
  const { field, fieldState } = useInput<Opening>({ source, defaultValue: {}, validate: problem });
  const opening: Opening = field.value || {};
  const time = (day: string, index: number, end: 0 | 1, value: string) => (
    <TextField
      value={value}
      onChange={(event) => field.onChange(setTime(opening, day, index, end, event.target.value))}
      slotProps={{
        htmlInput: {
          maxLength: 5,
          'aria-label': `${translate(`words.day.${day}`)}, ${translate(end === 0 ? 'settings.opens' : 'settings.closes')}`,
        },
      }}
      sx={{ width: 90 }}
    />
  );
  return (
    <Box
      component="fieldset"
      sx={{ border: 1, borderColor: 'divider', borderRadius: 1, my: 1, width: '100%' }}
    >
      <legend>{translate('settings.opening')}</legend>
      {weekdays.map((day) => (
        <Box
          key={day}
          sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, minHeight: 48 }}
        >
          <Typography sx={{ width: 100 }}>{translate(`words.day.${day}`)}</Typography>
          {(opening[day] ?? []).map(([from, to], index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a span has no name but its place
            <Box key={index} sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
              {time(day, index, 0, from)}–{time(day, index, 1, to)}
              <IconButton
                size="small"
                aria-label={translate('ra.action.remove')}
                onClick={() => field.onChange(removeSpan(opening, day, index))}
              >
                <DeleteIcon fontSize="small" />
              </IconButton>
            </Box>
          ))}
          <Button size="small" startIcon={<AddIcon />} onClick={() => field.onChange(addSpan(opening, day))}>
            {translate(opening[day]?.length ? 'ra.action.add' : 'settings.closed')}
          </Button>
        </Box>
      ))}
      {fieldState.invalid && (
        <FormHelperText error>{translate(openingProblem(opening) ?? 'settings.spansHelp')}</FormHelperText>
      )}
    </Box>
  );
};
