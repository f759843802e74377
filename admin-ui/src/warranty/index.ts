import ClaimIcon from '@mui/icons-material/HandymanOutlined';
import { ClaimList } from './ClaimList';

export const warrantyClaims = { name: 'warranty-claims', icon: ClaimIcon, list: ClaimList };
