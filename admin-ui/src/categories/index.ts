import CategoryIcon from '@mui/icons-material/CategoryOutlined';
import { CategoryCreate, CategoryEdit } from './CategoryForms';
import { CategoryList } from './CategoryList';

export const categories = {
  name: 'categories',
  icon: CategoryIcon,
  list: CategoryList,
  create: CategoryCreate,
  edit: CategoryEdit,
  recordRepresentation: 'nameIt',
};
