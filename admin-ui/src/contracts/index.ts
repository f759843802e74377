import ContractIcon from '@mui/icons-material/DescriptionOutlined';
import { ContractCreate, ContractEdit } from './ContractForms';
import { ContractList } from './ContractList';

export const contracts = {
  name: 'contracts',
  icon: ContractIcon,
  list: ContractList,
  create: ContractCreate,
  edit: ContractEdit,
  recordRepresentation: 'name',
};
