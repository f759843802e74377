import PhoneIcon from '@mui/icons-material/PhoneInTalkOutlined';
import { ShiftCreate, ShiftEdit } from './ShiftForms';
import { ShiftList } from './ShiftList';

export const rosterShifts = {
  name: 'roster-shifts',
  icon: PhoneIcon,
  list: ShiftList,
  create: ShiftCreate,
  edit: ShiftEdit,
};
