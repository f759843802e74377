import SealIcon from '@mui/icons-material/VerifiedUserOutlined';
import { SignedDayList } from './SignedDayList';

export const signedDays = { name: 'signed-days', icon: SealIcon, list: SignedDayList };
