import { Box, FormControlLabel, FormHelperText, MenuItem, Switch, TextField } from '@mui/material';
import { useInput, useTranslate } from 'react-admin';
import { type ClockKind, clockKinds } from '../vocabulary';
import { DurationField } from './DurationField';
import { changeTarget, type Target, type Targets, targetsProblem, toggleTarget } from './targets';

interface RowProps {
  kind: ClockKind;
  target: Target | undefined;
  onToggle: () => void;
  onChange: (change: Partial<Target>) => void;
}

const TargetRow = ({ kind, target, onToggle, onChange }: RowProps) => {
  const translate = useTranslate();
  return (
    <Box
      component="fieldset"
      sx={{ border: 1, borderColor: 'divider', borderRadius: 1, mb: 1, width: '100%' }}
    >
      <legend>
        <FormControlLabel
          control={<Switch checked={target !== undefined} onChange={onToggle} />}
          label={translate(`words.clock.${kind}`)}
        />
      </legend>
      {target && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, py: 0.5 }}>
          <DurationField
            label={translate('settings.within')}
            minutes={target.minutes}
            onChange={(minutes) => onChange({ minutes: minutes ?? 0 })}
          />
          <TextField
            select
            label={translate('settings.mode')}
            value={target.mode}
            onChange={(event) => onChange({ mode: event.target.value as Target['mode'] })}
            sx={{ width: 195 }}
          >
            {(['working', 'clock'] as const).map((mode) => (
              <MenuItem key={mode} value={mode}>
                {translate(`words.timeMode.${mode}`)}
              </MenuItem>
            ))}
          </TextField>
          <DurationField
            optional
            label={translate('settings.remindBefore')}
            minutes={target.remindBefore}
            onChange={(remindBefore) => onChange({ remindBefore: remindBefore || null })}
          />
          <DurationField
            optional
            label={translate('settings.grace')}
            minutes={target.grace}
            onChange={(grace) => onChange({ grace })}
          />
        </Box>
      )}
    </Box>
  );
};

/** What is promised, clock by clock; a clock that is switched off does not run. */
export const TargetsInput = ({ source }: { source: string }) => {
  const translate = useTranslate();
  const check = (value: Targets) => {
    const key = targetsProblem(value ?? {});
    return key && translate(key);
  };
  const { field, fieldState } = useInput<Targets>({ source, defaultValue: {}, validate: check });
  const targets: Targets = field.value || {};
  return (
    <Box sx={{ width: '100%', my: 1 }}>
      {clockKinds.map((kind) => (
        <TargetRow
          key={kind}
          kind={kind}
          target={targets[kind]}
          onToggle={() => field.onChange(toggleTarget(targets, kind))}
          onChange={(change) => field.onChange(changeTarget(targets, kind, change))}
        />
      ))}
      {fieldState.invalid && <FormHelperText error>{check(targets)}</FormHelperText>}
    </Box>
  );
};
