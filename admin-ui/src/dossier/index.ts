import DossierIcon from '@mui/icons-material/FolderSpecialOutlined';
import { DossierPage } from './DossierPage';

export const dossiers = { name: 'dossiers', icon: DossierIcon, list: DossierPage };
