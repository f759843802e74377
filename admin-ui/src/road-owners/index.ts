import RoadIcon from '@mui/icons-material/AddRoadOutlined';
import { RoadOwnerCreate, RoadOwnerEdit } from './RoadOwnerForms';
import { RoadOwnerList } from './RoadOwnerList';

export const roadOwners = {
  name: 'road-owners',
  icon: RoadIcon,
  list: RoadOwnerList,
  create: RoadOwnerCreate,
  edit: RoadOwnerEdit,
  recordRepresentation: 'name',
};
