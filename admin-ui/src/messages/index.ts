import SendIcon from '@mui/icons-material/OutboxOutlined';
import { MessageList } from './MessageList';
import { MessageShow } from './MessageShow';

export const messages = {
  name: 'messages',
  icon: SendIcon,
  list: MessageList,
  show: MessageShow,
  recordRepresentation: 'subject',
};
