import PeopleIcon from '@mui/icons-material/ManageAccountsOutlined';
import { UserCreate, UserEdit } from './UserForms';
import { UserList } from './UserList';

export const users = {
  name: 'users',
  icon: PeopleIcon,
  list: UserList,
  create: UserCreate,
  edit: UserEdit,
  recordRepresentation: 'name',
};
