import GrowthIcon from '@mui/icons-material/VolunteerActivismOutlined';
import { GrowthPage } from './GrowthPage';

export const growth = { name: 'growth', icon: GrowthIcon, list: GrowthPage };
