import { maxLength, required, SelectArrayInput, SelectInput, TextInput } from 'react-admin';
import { wordChoices } from '../meta/choices';
import { CategoryInput } from '../meta/inputs';
import { ActiveInput, NameInput, PositionInput } from '../settings/inputs';
import { SettingCreate, SettingEdit } from '../settings/pages';
import { caseStatuses, locales } from '../vocabulary';

const Inputs = () => (
  <>
    <NameInput source="title" />
    <SelectInput
      source="locale"
      choices={wordChoices('locale', locales)}
      defaultValue="it"
      validate={required()}
    />
    <TextInput source="text" multiline minRows={4} validate={[required(), maxLength(4000)]} />
    <CategoryInput source="categoryId" helperText="readyAnswer.anyCategory" />
    <SelectArrayInput
      source="statuses"
      choices={wordChoices('status', caseStatuses)}
      helperText="readyAnswer.anyStatus"
      defaultValue={[]}
    />
    <PositionInput />
    <ActiveInput />
  </>
);

export const ReadyAnswerCreate = () => (
  <SettingCreate>
    <Inputs />
  </SettingCreate>
);

export const ReadyAnswerEdit = () => (
  <SettingEdit>
    <Inputs />
  </SettingEdit>
);
