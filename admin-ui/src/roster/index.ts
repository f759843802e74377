import PhoneIcon from '@mui/icons-material/PhoneInTalkOutlined';
import { createElement } from 'react';
import { ShiftCreate, ShiftEdit } from './ShiftForms';
import { ShiftList } from './ShiftList';
import { ShiftName } from './ShiftName';

export const rosterShifts = {
  name: 'roster-shifts',
  icon: PhoneIcon,
  list: ShiftList,
  create: ShiftCreate,
  edit: ShiftEdit,
  recordRepresentation: createElement(ShiftName),
};
