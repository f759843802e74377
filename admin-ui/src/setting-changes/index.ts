import HistoryIcon from '@mui/icons-material/HistoryOutlined';
import { SettingChangeList } from './SettingChangeList';

export const settingChanges = { name: 'setting-changes', icon: HistoryIcon, list: SettingChangeList };
