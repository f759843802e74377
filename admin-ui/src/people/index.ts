import PersonIcon from '@mui/icons-material/PersonSearchOutlined';
import { PeoplePage } from './PeoplePage';

export const people = { name: 'people', icon: PersonIcon, list: PeoplePage };
