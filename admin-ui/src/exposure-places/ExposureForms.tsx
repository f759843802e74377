import { required, SelectInput, TextInput, useTranslate } from 'react-admin';
import { AreaMap } from '../map/AreaMap';
import { formatGeometry, isGeometry, parseGeometry } from '../map/geometry';
import { wordChoices } from '../meta/choices';
import { NameInput } from '../settings/inputs';
import { SettingCreate, SettingEdit } from '../settings/pages';
import { exposureKinds } from '../vocabulary';

const Inputs = () => {
  const translate = useTranslate();
  const place = (value: unknown) => (isGeometry(value) ? undefined : translate('settings.exposureHelp'));
  return (
    <>
      <NameInput source="name" />
      <SelectInput source="kind" choices={wordChoices('exposureKind', exposureKinds)} validate={required()} />
      <TextInput
        source="area"
        helperText="settings.exposureHelp"
        multiline
        minRows={4}
        maxRows={12}
        parse={parseGeometry}
        format={formatGeometry}
        validate={place}
      />
      <AreaMap source="area" />
    </>
  );
};

export const ExposureCreate = () => (
  <SettingCreate>
    <Inputs />
  </SettingCreate>
);

export const ExposureEdit = () => (
  <SettingEdit>
    <Inputs />
  </SettingEdit>
);
