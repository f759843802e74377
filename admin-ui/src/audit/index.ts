import FactCheckIcon from '@mui/icons-material/FactCheckOutlined';
import { AuditList } from './AuditList';
import { AuditPage } from './AuditPage';

export const audit = {
  name: 'audit',
  icon: FactCheckIcon,
  list: AuditList,
  show: AuditPage,
  recordRepresentation: 'number',
};
