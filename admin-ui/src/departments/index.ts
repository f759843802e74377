import AccountBalanceIcon from '@mui/icons-material/AccountBalanceOutlined';
import { DepartmentCreate, DepartmentEdit } from './DepartmentForms';
import { DepartmentList } from './DepartmentList';

export const departments = {
  name: 'departments',
  icon: AccountBalanceIcon,
  list: DepartmentList,
  create: DepartmentCreate,
  edit: DepartmentEdit,
  recordRepresentation: 'nameIt',
};
