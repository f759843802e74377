import KeyIcon from '@mui/icons-material/VpnKeyOutlined';
import { ApiKeyCreate, ApiKeyEdit, ApiKeyList } from './ApiKeyForms';

export const apiKeys = {
  name: 'api-keys',
  icon: KeyIcon,
  list: ApiKeyList,
  create: ApiKeyCreate,
  edit: ApiKeyEdit,
  recordRepresentation: 'name',
};
