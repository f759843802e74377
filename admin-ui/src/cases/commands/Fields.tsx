import { required, SelectInput } from 'react-admin';
import { InstantInput } from '../../form/InstantInput';
import { NoteInput } from '../../form/NoteInput';
import { PhotoInput } from '../../form/PhotoInput';
import { wordChoices } from '../../meta/choices';
import {
  CategoryInput,
  CategoryOfDepartmentInput,
  CrewInput,
  DangerInput,
  DepartmentInput,
} from '../../meta/inputs';
import { type CommandName, rejectReasons } from '../../vocabulary';
import { uploadPhoto } from '../api';
import type { CaseDetail } from '../types';
import { isProblem } from '../wording';
import { CitizenNote } from './CitizenNote';
import {
  AnswerHandoverFields,
  AskFields,
  HandOverFields,
  OpenPartFields,
  WithdrawQuestionFields,
} from './ConversationFields';
import { DoerInputs } from './DoerInputs';
import { MergeFields } from './MergeFields';
import { PauseFields, ResumeFields } from './PauseFields';
import { QualifyFields } from './QualifyFields';
import { ReopenFields } from './ReopenFields';
import { RepairFields } from './RepairFields';
import { SplitFields } from './SplitFields';

const label = (name: string) => `command.fields.${name}`;

/** What each command asks. Every note says who will read it: `CitizenNote` the citizen, `NoteInput` staff alone. */
const fields: Record<CommandName, (props: { row: CaseDetail }) => React.ReactNode> = {
  verify: ({ row }) => (
    <>
      <CategoryInput departmentId={row.departmentId} label={label('category')} validate={required()} />
      {isProblem(row) && <DangerInput label={label('danger')} validate={required()} />}
      <NoteInput />
    </>
  ),
  reject: ({ row }) => (
    <>
      <SelectInput
        source="reason"
        label={label('reason')}
        choices={wordChoices('rejectReason', rejectReasons)}
        validate={required()}
      />
      <CitizenNote row={row} needed />
    </>
  ),
  answer: ({ row }) => <CitizenNote row={row} label={label('answer')} needed />,
  reroute: () => (
    <>
      <DepartmentInput label={label('department')} validate={required()} />
      <CategoryOfDepartmentInput label={label('category')} validate={required()} />
      <NoteInput needed />
    </>
  ),
  accept: () => <NoteInput />,
  'make-safe': ({ row }) => (
    <>
      <CrewInput departmentId={row.departmentId} label={label('crew')} validate={required()} />
      <NoteInput />
    </>
  ),
  'made-safe': ({ row }) => (
    <>
      <PhotoInput
        source="photoId"
        label={label('photoSafe')}
        upload={(file) => uploadPhoto(row.id, file, 'made-safe')}
      />
      <NoteInput />
    </>
  ),
  assign: ({ row }) => (
    <>
      <DoerInputs row={row} />
      <NoteInput />
    </>
  ),
  unassign: () => <NoteInput />,
  start: () => <NoteInput />,
  pause: PauseFields,
  resume: ResumeFields,
  'mark-repaired': ({ row }) => (
    <>
      <DoerInputs row={row} agency={row.agencyId !== null} />
      <RepairFields row={row} />
    </>
  ),
  qualify: QualifyFields,
  close: ({ row }) => <CitizenNote row={row} needed={row.status !== 'rating'} />,
  'decide-reopen': ReopenFields,
  recall: () => <NoteInput needed />,
  merge: MergeFields,
  split: SplitFields,
  unmerge: () => <NoteInput needed />,
  ask: AskFields,
  'withdraw-question': WithdrawQuestionFields,
  'hand-over': HandOverFields,
  'answer-handover': AnswerHandoverFields,
  'withdraw-handover': () => <NoteInput />,
  'open-part': OpenPartFields,
  'import-deadline': () => (
    <>
      <InstantInput source="dueAt" label={label('dueAt')} validate={required()} />
      <NoteInput needed />
    </>
  ),
};

export const CommandFields = ({ name, row }: { name: CommandName; row: CaseDetail }) => {
  const Fields = fields[name];
  return <Fields row={row} />;
};
