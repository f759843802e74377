import { RadioButtonGroupInput, required, SelectInput, useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { InstantInput } from '../../form/InstantInput';
import { inFuture } from '../../form/inFuture';
import { NoteInput } from '../../form/NoteInput';
import { wordChoices } from '../../meta/choices';
import { CategoryInput, CategoryOfDepartmentInput, DepartmentInput } from '../../meta/inputs';
import { ReadyAnswerPicker } from '../../ready-answers/ReadyAnswerPicker';
import { handoverRefusals, partyKinds } from '../../vocabulary';
import type { CaseDetail } from '../types';
import { isProblem } from '../wording';
import { PartyInputs } from './PartyInputs';

const label = (name: string) => `command.fields.${name}`;

export const AskFields = ({ row }: { row: CaseDetail }) => (
  <>
    <PartyInputs row={row} kinds={partyKinds} />
    <InstantInput source="dueAt" label={label('answerBy')} validate={[required(), inFuture]} />
    <ReadyAnswerPicker row={row} source="note" />
    <NoteInput label={label('question')} helperText={label('questionHelp')} needed />
  </>
);

/** Which of the open questions is no longer waited for. */
export const WithdrawQuestionFields = ({ row }: { row: CaseDetail }) => {
  const translate = useTranslate();
  const choices = (row.state?.questions ?? []).map(({ id, of }) => ({
    id,
    name: translate(`words.party.${of.kind}`),
  }));
  return (
    <>
      <SelectInput
        source="questionId"
        label={label('which')}
        choices={choices}
        translateChoice={false}
        validate={required()}
      />
      <NoteInput />
    </>
  );
};

/** What is only asked or proposed, nobody repairs. */
export const HandOverFields = ({ row }: { row: CaseDetail }) => {
  const [kind, partyId] = useWatch({ name: ['kind', 'partyId'] });
  const kinds =
    isProblem(row) && row.status !== 'accepting'
      ? (['department', 'supplier', 'agency'] as const)
      : (['department'] as const);
  return (
    <>
      <PartyInputs row={row} kinds={kinds} />
      {kind === 'department' && partyId && (
        <CategoryInput departmentId={partyId} label={label('category')} validate={required()} />
      )}
      <NoteInput label={label('offerNote')} helperText={label('offerNoteHelp')} needed />
    </>
  );
};

export const AnswerHandoverFields = () => {
  const taken = useWatch({ name: 'taken' });
  const choices = [
    { id: true, name: label('takenYes') },
    { id: false, name: label('takenNo') },
  ];
  return (
    <>
      <RadioButtonGroupInput
        source="taken"
        label={label('taken')}
        choices={choices}
        validate={required()}
        helperText={false}
      />
      {taken === false && (
        <SelectInput
          source="reason"
          label={label('reason')}
          choices={wordChoices('handoverRefusal', handoverRefusals)}
          validate={required()}
        />
      )}
      <NoteInput />
    </>
  );
};

export const OpenPartFields = () => (
  <>
    <DepartmentInput label={label('department')} validate={required()} />
    <CategoryOfDepartmentInput label={label('category')} validate={required()} />
    <NoteInput needed />
  </>
);
