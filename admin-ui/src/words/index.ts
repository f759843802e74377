import SearchIcon from '@mui/icons-material/ManageSearchOutlined';
import { WordList } from './WordList';

export const words = { name: 'words', icon: SearchIcon, list: WordList };
