import HookIcon from '@mui/icons-material/WebhookOutlined';
import { SubscriberCreate } from './SubscriberCreate';
import { SubscriberEdit } from './SubscriberEdit';
import { SubscriberList } from './SubscriberList';

export const subscribers = {
  name: 'subscribers',
  icon: HookIcon,
  list: SubscriberList,
  create: SubscriberCreate,
  edit: SubscriberEdit,
  recordRepresentation: 'name',
};
