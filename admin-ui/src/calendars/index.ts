import CalendarIcon from '@mui/icons-material/CalendarMonthOutlined';
import { CalendarCreate, CalendarEdit } from './CalendarForms';
import { CalendarList } from './CalendarList';

export const calendars = {
  name: 'calendars',
  icon: CalendarIcon,
  list: CalendarList,
  create: CalendarCreate,
  edit: CalendarEdit,
  recordRepresentation: 'name',
};
