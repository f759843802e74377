import {
  AutocompleteArrayInput,
  DateInput,
  maxValue,
  minValue,
  NumberInput,
  required,
  TextInput,
  useTranslate,
} from 'react-admin';
import { AreaMap } from '../map/AreaMap';
import { areas, formatGeometry, isGeometry, parseGeometry } from '../map/geometry';
import { useCategoryChoices } from '../meta/choices';
import { SupplierInput } from '../meta/inputs';
import { ActiveInput, NameInput } from '../settings/inputs';
import { SettingCreate, SettingEdit } from '../settings/pages';

const Inputs = () => {
  const translate = useTranslate();
  const area = (value: unknown) =>
    !value || isGeometry(value, areas) ? undefined : translate('settings.contractAreaHelp');
  return (
    <>
      <NameInput source="name" />
      <SupplierInput source="supplierId" validate={required()} />
      <AutocompleteArrayInput
        source="categoryIds"
        choices={useCategoryChoices()}
        translateChoice={false}
        helperText="settings.contractCategoriesHelp"
        defaultValue={[]}
      />
      <DateInput source="validFrom" validate={required()} />
      <DateInput source="validTo" validate={required()} />
      <NumberInput
        source="warrantyMonths"
        helperText="settings.warrantyHelp"
        min={0}
        max={240}
        step={1}
        defaultValue={24}
        validate={[required(), minValue(0), maxValue(240)]}
      />
      <TextInput
        source="area"
        helperText="settings.contractAreaHelp"
        multiline
        minRows={2}
        maxRows={10}
        parse={(text: string) => (text?.trim() ? parseGeometry(text) : null)}
        format={formatGeometry}
        validate={area}
      />
      <AreaMap source="area" />
      <ActiveInput />
    </>
  );
};

export const ContractCreate = () => (
  <SettingCreate>
    <Inputs />
  </SettingCreate>
);

export const ContractEdit = () => (
  <SettingEdit>
    <Inputs />
  </SettingEdit>
);
