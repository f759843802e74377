import TemplateIcon from '@mui/icons-material/DriveFileRenameOutlineOutlined';
import { TemplateEdit } from './TemplateEdit';
import { TemplateList } from './TemplateList';

export const templates = { name: 'templates', icon: TemplateIcon, list: TemplateList, edit: TemplateEdit };
