import ReadyIcon from '@mui/icons-material/QuickreplyOutlined';
import { ReadyAnswerCreate, ReadyAnswerEdit } from './ReadyAnswerForms';
import { ReadyAnswerList } from './ReadyAnswerList';

export const readyAnswers = {
  name: 'ready-answers',
  icon: ReadyIcon,
  list: ReadyAnswerList,
  create: ReadyAnswerCreate,
  edit: ReadyAnswerEdit,
  recordRepresentation: 'title',
};
