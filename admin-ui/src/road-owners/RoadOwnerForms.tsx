import { required, SelectInput, TextInput, useTranslate } from 'react-admin';
import { AreaMap } from '../map/AreaMap';
import { formatGeometry, isGeometry, linesAndAreas, parseGeometry } from '../map/geometry';
import { wordChoices } from '../meta/choices';
import { EmailInput, LongTextInput, NameInput } from '../settings/inputs';
import { SettingCreate, SettingEdit } from '../settings/pages';
import { ownerKinds } from '../vocabulary';

const Inputs = () => {
  const translate = useTranslate();
  const area = (value: unknown) =>
    isGeometry(value, linesAndAreas) ? undefined : translate('settings.areaHelp');
  return (
    <>
      <NameInput source="name" />
      <SelectInput source="kind" choices={wordChoices('ownerKind', ownerKinds)} validate={required()} />
      <SelectInput
        source="onReport"
        choices={wordChoices('onReport', ['forward', 'decline'])}
        validate={required()}
      />
      <EmailInput source="email" helperText="settings.ownerEmailHelp" />
      <LongTextInput source="contactIt" validate={required()} />
      <LongTextInput source="contactEn" validate={required()} />
      <TextInput
        source="area"
        helperText="settings.areaHelp"
        multiline
        minRows={4}
        maxRows={12}
        parse={parseGeometry}
        format={formatGeometry}
        validate={area}
      />
      <AreaMap source="area" />
    </>
  );
};

export const RoadOwnerCreate = () => (
  <SettingCreate>
    <Inputs />
  </SettingCreate>
);

export const RoadOwnerEdit = () => (
  <SettingEdit>
    <Inputs />
  </SettingEdit>
);
