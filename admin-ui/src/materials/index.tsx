import MaterialIcon from '@mui/icons-material/ConstructionOutlined';
import { DataTable, NumberInput, required, TextInput } from 'react-admin';
import { ActiveCol } from '../settings/ActiveCol';
import { ActiveInput, CodeInput, NameInput, PositionInput } from '../settings/inputs';
import { NameCol } from '../settings/NameCol';
import { SettingCreate, SettingEdit, SettingList } from '../settings/pages';

const Inputs = () => (
  <>
    <CodeInput source="code" />
    <NameInput source="nameIt" />
    <NameInput source="nameEn" />
    <TextInput source="unit" validate={required()} helperText="settings.unitHelp" />
    <NumberInput source="price" min={0} helperText="settings.priceHelp" />
    <PositionInput />
    <ActiveInput />
  </>
);

const MaterialCreate = () => (
  <SettingCreate>
    <Inputs />
  </SettingCreate>
);

const MaterialEdit = () => (
  <SettingEdit>
    <Inputs />
  </SettingEdit>
);

const MaterialList = () => (
  <SettingList sort={{ field: 'position', order: 'ASC' }}>
    <DataTable bulkActionButtons={false}>
      <NameCol source="nameIt" />
      <DataTable.Col source="nameEn" />
      <DataTable.Col source="unit" disableSort />
      <DataTable.NumberCol source="price" disableSort />
      <ActiveCol />
    </DataTable>
  </SettingList>
);

export const materials = {
  name: 'materials',
  icon: MaterialIcon,
  list: MaterialList,
  create: MaterialCreate,
  edit: MaterialEdit,
  recordRepresentation: 'nameIt',
};
