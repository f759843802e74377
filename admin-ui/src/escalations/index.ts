import AlarmIcon from '@mui/icons-material/NotificationImportantOutlined';
import { EscalationList } from './EscalationList';

export const escalations = { name: 'escalations', icon: AlarmIcon, list: EscalationList };
