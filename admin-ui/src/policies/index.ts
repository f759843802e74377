import TimerIcon from '@mui/icons-material/TimerOutlined';
import { PolicyCreate, PolicyEdit } from './PolicyForms';
import { PolicyList } from './PolicyList';

export const policies = {
  name: 'policies',
  icon: TimerIcon,
  list: PolicyList,
  create: PolicyCreate,
  edit: PolicyEdit,
  recordRepresentation: 'name',
};
