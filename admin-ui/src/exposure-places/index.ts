import PlaceIcon from '@mui/icons-material/SchoolOutlined';
import { ExposureCreate, ExposureEdit } from './ExposureForms';
import { ExposureList } from './ExposureList';

export const exposurePlaces = {
  name: 'exposure-places',
  icon: PlaceIcon,
  list: ExposureList,
  create: ExposureCreate,
  edit: ExposureEdit,
  recordRepresentation: 'name',
};
