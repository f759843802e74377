import RewardIcon from '@mui/icons-material/RedeemOutlined';
import { DataTable, DateField, DateInput, maxValue, minValue, NumberInput, required } from 'react-admin';
import { ActiveCol } from '../settings/ActiveCol';
import { ActiveInput, LongTextInput, NameInput, PositionInput } from '../settings/inputs';
import { NameCol } from '../settings/NameCol';
import { SettingCreate, SettingEdit, SettingList } from '../settings/pages';
import { leftOf } from './left';

const Inputs = () => (
  <>
    <NameInput source="nameIt" />
    <NameInput source="nameEn" />
    <LongTextInput source="descriptionIt" />
    <LongTextInput source="descriptionEn" />
    <NumberInput
      source="cost"
      helperText="rewards.costHelp"
      min={1}
      step={1}
      validate={[required(), minValue(1)]}
    />
    <NumberInput
      source="stock"
      helperText="rewards.stockHelp"
      min={0}
      step={1}
      defaultValue={null}
      validate={minValue(0)}
    />
    <DateInput source="validFrom" validate={required()} />
    <DateInput source="validTo" validate={required()} />
    <NumberInput
      source="codeDays"
      helperText="rewards.codeDaysHelp"
      min={1}
      max={3650}
      step={1}
      defaultValue={30}
      validate={[required(), minValue(1), maxValue(3650)]}
    />
    <PositionInput />
    <ActiveInput />
  </>
);

const RewardCreate = () => (
  <SettingCreate>
    <Inputs />
  </SettingCreate>
);

const RewardEdit = () => (
  <SettingEdit>
    <Inputs />
  </SettingEdit>
);

const RewardList = () => (
  <SettingList sort={{ field: 'position', order: 'ASC' }}>
    <DataTable bulkActionButtons={false}>
      <NameCol source="nameIt" />
      <DataTable.NumberCol source="cost" />
      <DataTable.NumberCol source="taken" disableSort />
      <DataTable.Col source="left" align="right" disableSort render={leftOf} />
      <DataTable.Col source="validFrom" disableSort>
        <DateField source="validFrom" />
      </DataTable.Col>
      <DataTable.Col source="validTo">
        <DateField source="validTo" />
      </DataTable.Col>
      <ActiveCol />
    </DataTable>
  </SettingList>
);

export const rewards = {
  name: 'rewards',
  icon: RewardIcon,
  list: RewardList,
  create: RewardCreate,
  edit: RewardEdit,
  recordRepresentation: 'nameIt',
};
