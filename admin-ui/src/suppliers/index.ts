import SupplierIcon from '@mui/icons-material/HandshakeOutlined';
import { SupplierCreate, SupplierEdit } from './SupplierForms';
import { SupplierList } from './SupplierList';

export const suppliers = {
  name: 'suppliers',
  icon: SupplierIcon,
  list: SupplierList,
  create: SupplierCreate,
  edit: SupplierEdit,
  recordRepresentation: 'name',
};
