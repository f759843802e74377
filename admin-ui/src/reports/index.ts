import MailIcon from '@mui/icons-material/CampaignOutlined';
import { ReportCreate } from './ReportCreate';
import { ReportList } from './ReportList';
import { ReportShow } from './ReportShow';

export const reports = {
  name: 'reports',
  icon: MailIcon,
  list: ReportList,
  create: ReportCreate,
  show: ReportShow,
  recordRepresentation: 'number',
};
