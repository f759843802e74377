import GroupsIcon from '@mui/icons-material/EngineeringOutlined';
import { CrewCreate, CrewEdit } from './CrewForms';
import { CrewList } from './CrewList';

export const crews = {
  name: 'crews',
  icon: GroupsIcon,
  list: CrewList,
  create: CrewCreate,
  edit: CrewEdit,
  recordRepresentation: 'name',
};
