import AppealIcon from '@mui/icons-material/BalanceOutlined';
import { AppealList } from './AppealList';

export const appeals = { name: 'appeals', icon: AppealIcon, list: AppealList };
