import LogIcon from '@mui/icons-material/SendOutlined';
import { DeliveryList } from './DeliveryList';
import { DeliveryShow } from './DeliveryShow';

export const deliveries = { name: 'deliveries', icon: LogIcon, list: DeliveryList, show: DeliveryShow };
