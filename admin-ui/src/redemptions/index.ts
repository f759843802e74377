import CounterIcon from '@mui/icons-material/QrCodeScannerOutlined';
import { CounterPage } from './CounterPage';

export const redemptions = { name: 'redemptions', icon: CounterIcon, list: CounterPage };
