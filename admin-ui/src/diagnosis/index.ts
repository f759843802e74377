import DiagnosisIcon from '@mui/icons-material/TroubleshootOutlined';
import { DiagnosisPage } from './DiagnosisPage';

export const diagnosis = { name: 'diagnosis', icon: DiagnosisIcon, list: DiagnosisPage };
