import PhoneIcon from '@mui/icons-material/PhoneInTalkOutlined';
import { sayInstant } from '../time/instant';
import { ShiftCreate, ShiftEdit } from './ShiftForms';
import { ShiftList } from './ShiftList';
import type { Shift } from './types';

export const rosterShifts = {
  name: 'roster-shifts',
  icon: PhoneIcon,
  list: ShiftList,
  create: ShiftCreate,
  edit: ShiftEdit,
  recordRepresentation: ({ startsAt }: Shift) => sayInstant(startsAt, document.documentElement.lang),
};
