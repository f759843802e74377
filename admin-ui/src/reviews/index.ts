import ReviewIcon from '@mui/icons-material/PsychologyAltOutlined';
import { ReviewList } from './ReviewList';
import { ReviewShow } from './ReviewShow';

export const reviews = { name: 'reviews', icon: ReviewIcon, list: ReviewList, show: ReviewShow };
