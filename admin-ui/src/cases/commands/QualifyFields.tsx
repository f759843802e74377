import { Alert } from '@mui/material';
import { required, useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { NoteInput } from '../../form/NoteInput';
import { YesNoInput } from '../../form/YesNoInput';
import { CategoryInput, DangerInput } from '../../meta/inputs';
import type { CaseDetail } from '../types';
import { CitizenNote } from './CitizenNote';

const label = (name: string) => `command.fields.${name}`;

/** What the technician found. From the crew's arrival one may say "there is nothing here"; the rest once repaired. */
export const QualifyFields = ({ row }: { row: CaseDetail }) => {
  const translate = useTranslate();
  const real = useWatch({ name: 'real' });
  return (
    <>
      {row.status === 'repaired' && <YesNoInput source="real" label={label('real')} />}
      {real === true && (
        <>
          <CategoryInput label={label('category')} validate={required()} />
          <YesNoInput source="categoryRight" label={label('categoryRight')} />
          <DangerInput label={label('danger')} validate={required()} />
          <YesNoInput source="dangerRight" label={label('dangerRight')} />
          <YesNoInput source="descriptionRight" label={label('descriptionRight')} />
          <YesNoInput source="timely" label={label('timely')} />
          <NoteInput />
        </>
      )}
      {real === false && (
        <>
          {row.status === 'repaired' && <Alert severity="info">{translate(label('realOnly'))}</Alert>}
          <CitizenNote row={row} />
        </>
      )}
    </>
  );
};
