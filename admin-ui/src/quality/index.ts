import QualityIcon from '@mui/icons-material/StarHalfOutlined';
import { QualityPage } from './QualityPage';

export const scorecards = { name: 'scorecards', icon: QualityIcon, list: QualityPage };
