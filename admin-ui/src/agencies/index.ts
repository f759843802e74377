import AgencyIcon from '@mui/icons-material/LocalFireDepartmentOutlined';
import { AgencyCreate } from './AgencyCreate';
import { AgencyEdit } from './AgencyEdit';
import { AgencyList } from './AgencyList';

export const agencies = {
  name: 'agencies',
  icon: AgencyIcon,
  list: AgencyList,
  create: AgencyCreate,
  edit: AgencyEdit,
  recordRepresentation: 'name',
};
