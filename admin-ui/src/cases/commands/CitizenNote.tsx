import { useTranslate } from 'react-admin';
import { NoteInput } from '../../form/NoteInput';
import { ReadyAnswerPicker } from '../../ready-answers/ReadyAnswerPicker';
import type { CaseDetail } from '../types';
import { reachOf } from './reach';

interface Props {
  row: CaseDetail;
  label?: string;
  needed?: boolean;
}

/** Words that the citizen reads, and by what way. */
export const CitizenNote = ({ row, label = 'command.fields.words', needed = false }: Props) => {
  const translate = useTranslate();
  const { key, ...blanks } = reachOf(row.reports);
  return (
    <>
      <ReadyAnswerPicker row={row} source="note" />
      <NoteInput label={label} helperText={translate(key, blanks)} needed={needed} />
    </>
  );
};
