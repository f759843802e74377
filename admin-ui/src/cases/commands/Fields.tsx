import { Alert } from '@mui/material';
import {
  AutocompleteInput,
  BooleanInput,
  RadioButtonGroupInput,
  ReferenceInput,
  required,
  SelectInput,
  useLocale,
  useTranslate,
} from 'react-admin';
import { useWatch } from 'react-hook-form';
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
  SupplierInput,
} from '../../meta/inputs';
import { sayInstant } from '../../time/instant';
import { type CommandName, pauseReasons, rejectReasons } from '../../vocabulary';
import { uploadPhoto } from '../api';
import type { CaseDetail, CaseRow } from '../types';
import { RepairFields } from './RepairFields';

const label = (name: string) => `command.fields.${name}`;

/** Crew or supplier, and which. */
export const DoerInputs = ({ row }: { row: CaseDetail }) => {
  const by = useWatch({ name: 'by' });
  const kinds = ['crew', 'supplier'].map((id) => ({ id, name: label(id) }));
  return (
    <>
      <RadioButtonGroupInput source="by" label={label('assigneeKind')} choices={kinds} helperText={false} />
      {by === 'supplier' ? (
        <SupplierInput label={label('supplier')} validate={required()} />
      ) : (
        <CrewInput departmentId={row.departmentId} label={label('crew')} validate={required()} />
      )}
    </>
  );
};

const VerifyFields = ({ row }: { row: CaseDetail }) => (
  <>
    <CategoryInput departmentId={row.departmentId} label={label('category')} validate={required()} />
    <DangerInput label={label('danger')} validate={required()} />
    <NoteInput />
  </>
);

const QualifyFields = ({ row }: { row: CaseDetail }) => {
  const translate = useTranslate();
  const real = useWatch({ name: 'real' });
  // From the crew's arrival one may say "there is nothing here"; a real problem is qualified once repaired.
  const yesNo = [
    ...(row.status === 'repaired' ? [{ id: true, name: 'app.yes' }] : []),
    { id: false, name: 'app.no' },
  ];
  return (
    <>
      <RadioButtonGroupInput
        source="real"
        label={label('real')}
        choices={yesNo}
        validate={required()}
        helperText={false}
      />
      {real === false && <Alert severity="info">{translate(label('realOnly'))}</Alert>}
      <CategoryInput label={label('category')} validate={required()} />
      <BooleanInput source="categoryRight" label={label('categoryRight')} helperText={false} />
      <DangerInput label={label('danger')} validate={required()} />
      <BooleanInput source="dangerRight" label={label('dangerRight')} helperText={false} />
      <BooleanInput source="descriptionRight" label={label('descriptionRight')} helperText={false} />
      <BooleanInput source="timely" label={label('timely')} helperText={false} />
      <NoteInput />
    </>
  );
};

const PauseChoice = ({ row }: { row: CaseDetail }) => {
  const translate = useTranslate();
  const locale = useLocale();
  const choices = (row.state?.pauses ?? []).map(({ id, reason, until }) => ({
    id,
    name: `${translate(`words.pauseReason.${reason}`)}${until ? ` (${sayInstant(until, locale)})` : ''}`,
  }));
  return (
    <SelectInput
      source="pauseId"
      label={label('pause')}
      choices={choices}
      translateChoice={false}
      validate={required()}
    />
  );
};

const MergeFields = ({ row }: { row: CaseDetail }) => (
  <>
    <ReferenceInput
      source="intoCaseId"
      reference="cases"
      filter={{ open: true }}
      sort={{ field: 'openedAt', order: 'DESC' }}
    >
      <AutocompleteInput
        label={label('intoCase')}
        optionText={(one: CaseRow) => `${one.number} · ${one.address ?? ''}`}
        filterToQuery={(q: string) => ({ q })}
        getOptionDisabled={(one: CaseRow) => one.id === row.id}
        validate={required()}
      />
    </ReferenceInput>
    <NoteInput needed />
  </>
);

/** What each command asks. */
const fields: Record<CommandName, (props: { row: CaseDetail }) => React.ReactNode> = {
  verify: VerifyFields,
  reject: () => (
    <>
      <SelectInput
        source="reason"
        label={label('reason')}
        choices={wordChoices('rejectReason', rejectReasons)}
        validate={required()}
      />
      <NoteInput needed />
    </>
  ),
  answer: () => <NoteInput label={label('answer')} needed />,
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
  start: () => <NoteInput />,
  pause: () => (
    <>
      <SelectInput
        source="reason"
        label={label('waitsFor')}
        choices={wordChoices('pauseReason', pauseReasons)}
        validate={required()}
      />
      <InstantInput source="until" label={label('until')} />
      <NoteInput needed />
    </>
  ),
  resume: ({ row }) => (
    <>
      <PauseChoice row={row} />
      <NoteInput />
    </>
  ),
  'mark-repaired': ({ row }) => (
    <>
      <DoerInputs row={row} />
      <RepairFields row={row} />
    </>
  ),
  qualify: QualifyFields,
  close: ({ row }) => <NoteInput needed={row.status !== 'rating'} />,
  'decide-reopen': () => (
    <>
      <RadioButtonGroupInput
        source="reopen"
        label={label('reopen')}
        choices={[
          { id: true, name: label('reopenYes') },
          { id: false, name: label('reopenNo') },
        ]}
        validate={required()}
      />
      <NoteInput needed />
    </>
  ),
  recall: () => <NoteInput needed />,
  merge: MergeFields,
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
