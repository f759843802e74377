import { Alert } from '@mui/material';
import {
  BooleanInput,
  email,
  maxLength,
  RadioButtonGroupInput,
  required,
  SelectInput,
  TextInput,
  useTranslate,
} from 'react-admin';
import { useWatch } from 'react-hook-form';
import { FilesInput } from '../form/FilesInput';
import { wordChoices } from '../meta/choices';
import { CategoryOfDepartmentInput, DepartmentInput } from '../meta/inputs';
import { dangers, emergencies, reportKinds, staffChannels } from '../vocabulary';
import { AnswerInputs } from './AnswerInputs';
import { NearbyCases } from './NearbyCases';
import { PlaceInput } from './PlaceInput';

export const ReportInputs = () => {
  const translate = useTranslate();
  const [kind, emergency] = useWatch({ name: ['kind', 'emergency'] });
  const isProblem = kind === 'problem';
  return (
    <>
      <RadioButtonGroupInput
        source="channel"
        label="reportEntry.channel"
        choices={wordChoices('channel', staffChannels)}
        validate={required()}
        helperText={false}
      />
      <RadioButtonGroupInput
        source="kind"
        label="reportEntry.kind"
        choices={wordChoices('kind', reportKinds)}
        validate={required()}
        helperText={false}
      />
      {isProblem && (
        <RadioButtonGroupInput
          source="emergency"
          label="reportEntry.emergency"
          choices={wordChoices('emergency', emergencies)}
          helperText={false}
        />
      )}
      {isProblem && emergency !== 'none' && (
        <Alert severity="error" sx={{ mb: 1 }}>
          {translate('reportEntry.call112')}
        </Alert>
      )}
      <DepartmentInput
        source="departmentId"
        label="resources.cases.fields.departmentId"
        validate={required()}
      />
      <CategoryOfDepartmentInput
        source="categoryId"
        label="resources.cases.fields.categoryId"
        validate={required()}
      />
      {isProblem && <AnswerInputs />}
      <PlaceInput needed={isProblem} />
      {isProblem && <NearbyCases />}
      <TextInput
        source="text"
        label="reportEntry.text"
        multiline
        minRows={4}
        validate={[required(), maxLength(4000)]}
      />
      {isProblem && (
        <SelectInput
          source="danger"
          label="resources.cases.fields.danger"
          choices={wordChoices('danger', dangers)}
          validate={required()}
        />
      )}
      <FilesInput source="photos" name="words.photoPurpose.report" label="reportEntry.photos" />
      <TextInput
        source="email"
        type="email"
        label="reportEntry.email"
        helperText="reportEntry.emailHelp"
        validate={email()}
      />
      <BooleanInput source="privacyRead" label="reportEntry.privacy" helperText={false} />
    </>
  );
};
