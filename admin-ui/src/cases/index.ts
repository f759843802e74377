import ReportProblemIcon from '@mui/icons-material/ReportProblem';
import { CaseList } from './list/CaseList';
import { CasePage } from './page/CasePage';

export const cases = {
  name: 'cases',
  icon: ReportProblemIcon,
  list: CaseList,
  show: CasePage,
  recordRepresentation: 'number',
};
