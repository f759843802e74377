import { ArrayInput, NumberInput, required, SimpleFormIterator, TextInput } from 'react-admin';
import { NoteInput } from '../../form/NoteInput';
import { PhotoInput } from '../../form/PhotoInput';
import { uploadPhoto } from '../api';
import type { CaseDetail } from '../types';

const label = (name: string) => `command.fields.${name}`;

/** What was done: later statistics live on it. */
export const RepairFields = ({ row }: { row: CaseDetail }) => (
  <>
    <TextInput
      source="procedure"
      label={label('procedure')}
      helperText={label('procedureHelp')}
      validate={required()}
    />
    <NumberInput
      source="hours"
      label={label('hours')}
      min={0}
      step={0.25}
      validate={required()}
      helperText={false}
    />
    <NumberInput
      source="cost"
      label={label('cost')}
      min={0}
      step={0.01}
      validate={required()}
      helperText={false}
    />
    <ArrayInput source="materials" label={label('materials')} helperText={false}>
      <SimpleFormIterator inline disableReordering disableClear>
        <TextInput source="material" label={label('material')} validate={required()} helperText={false} />
        <NumberInput
          source="quantity"
          label={label('quantity')}
          min={0}
          validate={required()}
          helperText={false}
          sx={{ width: 110 }}
        />
        <TextInput
          source="unit"
          label={label('unit')}
          validate={required()}
          helperText={false}
          sx={{ width: 90 }}
        />
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
