import ReportProblemIcon from '@mui/icons-material/ReportProblem';
import { CaseList } from './CaseList';

export const cases = {
  name: 'cases',
  icon: ReportProblemIcon,
  list: CaseList,
  recordRepresentation: 'number',
};
