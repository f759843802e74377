import AddIcon from '@mui/icons-material/Add';
import { Button } from '@mui/material';
import {
  ArrayInput,
  required,
  SelectInput,
  SimpleFormIterator,
  TextInput,
  useLocale,
  useSimpleFormIterator,
  useSimpleFormIteratorItem,
  useTranslate,
} from 'react-admin';
import { useWatch } from 'react-hook-form';
import { DecimalInput } from '../../form/DecimalInput';
import { aboveZero, decimal } from '../../form/decimal';
import { NoteInput } from '../../form/NoteInput';
import { PhotoInput } from '../../form/PhotoInput';
import { nameIn, useMeta } from '../../meta/useMeta';
import { uploadPhoto } from '../api';
import type { CaseDetail } from '../types';

const label = (name: string) => `command.fields.${name}`;

const AddMaterial = () => {
  const translate = useTranslate();
  const { add } = useSimpleFormIterator();
  return (
    <Button variant="outlined" startIcon={<AddIcon />} onClick={() => add()}>
      {translate(label('addMaterial'))}
    </Button>
  );
};

const free = 'free';

/** From the catalogue, or written freely with a unit. */
const MaterialInputs = () => {
  const translate = useTranslate();
  const locale = useLocale();
  const { index } = useSimpleFormIteratorItem();
  const { materials } = useMeta();
  const rows: { materialId?: string }[] = useWatch({ name: 'materials' }) ?? [];
  const choices = materials
    .filter(({ active }) => active)
    .map(({ id, unit, ...named }) => ({ id, name: `${nameIn(named, locale)} (${unit})` }));
  const isFree = choices.length === 0 || rows[index]?.materialId === free;
  return (
    <>
      {choices.length > 0 && (
        <SelectInput
          source="materialId"
          label={label('material')}
          choices={[...choices, { id: free, name: translate(label('otherMaterial')) }]}
          translateChoice={false}
          validate={required()}
          helperText={false}
        />
      )}
      {isFree && (
        <TextInput source="material" label={label('material')} validate={required()} helperText={false} />
      )}
      <DecimalInput
        source="quantity"
        label={label('quantity')}
        validate={[required(), decimal, aboveZero]}
        sx={{ width: 110 }}
      />
      {isFree && (
        <TextInput
          source="unit"
          label={label('unit')}
          validate={required()}
          helperText={false}
          sx={{ width: 90 }}
        />
      )}
    </>
  );
};

/** What was done: later statistics live on it, so that no number is suggested. */
export const RepairFields = ({ row }: { row: Pick<CaseDetail, 'id'> }) => (
  <>
    <TextInput
      source="procedure"
      label={label('procedure')}
      helperText={label('procedureHelp')}
      validate={required()}
    />
    <DecimalInput source="hours" label={label('hours')} validate={[required(), decimal]} />
    <DecimalInput source="cost" label={label('cost')} validate={[required(), decimal]} />
    <ArrayInput source="materials" label={label('materials')} helperText={false}>
      <SimpleFormIterator inline disableReordering disableClear addButton={<AddMaterial />}>
        <MaterialInputs />
      </SimpleFormIterator>
    </ArrayInput>
    <PhotoInput
      source="photoId"
      label={label('photoAfter')}
      upload={(file) => uploadPhoto(row.id, file, 'after')}
    />
    <NoteInput />
  </>
);
