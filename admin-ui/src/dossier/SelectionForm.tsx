import { Autocomplete, Box, Button, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Choice } from '../form/Choice';
import { currentSession } from '../http/session';
import { type Choice as Option, useCategoryChoices, useDepartmentChoices } from '../meta/choices';
import { useMeta } from '../meta/useMeta';
import type { Selection } from './types';

interface Props {
  value: Selection;
  onChange: (value: Selection) => void;
  onShow: () => void;
}

const ALL = 'all';

/** Whose work, of what, from when to when, and how long it is watched. */
export const SelectionForm = ({ value, onChange, onShow }: Props) => {
  const translate = useTranslate();
  const bound = currentSession()?.user.departmentId ?? null;
  // Also those who work for the municipality no more.
  const suppliers = useMeta().suppliers.map(({ id, name }) => ({ id, name }));
  const categories = useCategoryChoices(bound);
  const departments = useDepartmentChoices().map(({ id, name }) => ({ id: String(id), name }));
  return (
    <Box
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        onShow();
      }}
      sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, mb: 3 }}
    >
      <Several
        label="dossier.suppliers"
        choices={suppliers}
        value={value.suppliers}
        onChange={(ids) => onChange({ ...value, suppliers: ids })}
      />
      <Several
        label="dossier.categories"
        choices={categories}
        value={value.categories}
        onChange={(ids) => onChange({ ...value, categories: ids })}
      />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: '1fr 1fr' }}>
        {(['from', 'to'] as const).map((name) => (
          <Day
            key={name}
            name={name}
            value={value[name]}
            onChange={(day) => onChange({ ...value, [name]: day })}
          />
        ))}
      </Box>
      <Day
        name="until"
        value={value.until}
        help="dossier.untilHelp"
        onChange={(until) => onChange({ ...value, until })}
      />
      <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', alignItems: 'center' }}>
        {bound === null && (
          <Choice
            label={translate('dossier.department')}
            value={value.department ?? ALL}
            choices={[{ id: ALL, name: translate('dossier.everyDepartment') }, ...departments]}
            onChange={(id) => onChange({ ...value, department: id === ALL ? null : id })}
          />
        )}
        <Button type="submit" variant="contained">
          {translate('dossier.show')}
        </Button>
      </Box>
    </Box>
  );
};

interface SeveralProps {
  label: string;
  choices: Option[];
  value: string[];
  onChange: (ids: string[]) => void;
}

/** Any of the choices, found by typing. */
const Several = ({ label, choices, value, onChange }: SeveralProps) => {
  const translate = useTranslate();
  return (
    <Autocomplete
      multiple
      size="small"
      options={choices}
      value={choices.filter(({ id }) => value.includes(String(id)))}
      getOptionLabel={({ name }) => name}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(a, b) => a.id === b.id}
      onChange={(_, chosen) => onChange(chosen.map(({ id }) => String(id)))}
      renderInput={(params) => <TextField {...params} label={translate(label)} />}
    />
  );
};

interface DayProps {
  name: 'from' | 'to' | 'until';
  value: string;
  help?: string;
  onChange: (day: string) => void;
}

const Day = ({ name, value, help, onChange }: DayProps) => {
  const translate = useTranslate();
  return (
    <TextField
      type="date"
      size="small"
      required
      label={translate(`dossier.${name}`)}
      value={value}
      helperText={help && translate(help)}
      onChange={({ target }) => onChange(target.value)}
      slotProps={{ inputLabel: { shrink: true } }}
    />
  );
};
