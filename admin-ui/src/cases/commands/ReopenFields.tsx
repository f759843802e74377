import { useWatch } from 'react-hook-form';
import { NoteInput } from '../../form/NoteInput';
import { YesNoInput } from '../../form/YesNoInput';
import type { CaseDetail } from '../types';
import { CitizenNote } from './CitizenNote';

const label = (name: string) => `command.fields.${name}`;

/** Who reads the words depends on the answer: a refusal is explained to the citizen. */
export const ReopenFields = ({ row }: { row: CaseDetail }) => {
  const reopen = useWatch({ name: 'reopen' });
  return (
    <>
      <YesNoInput
        source="reopen"
        label={label('reopen')}
        yes={label('reopenYes')}
        no={label('reopenNo')}
        row={false}
      />
      {reopen === false && <CitizenNote row={row} needed />}
      {reopen === true && <NoteInput needed />}
    </>
  );
};
