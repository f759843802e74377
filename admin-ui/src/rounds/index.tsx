import RouteIcon from '@mui/icons-material/Route';
import { Route } from 'react-router-dom';
import { DrivePage } from './drive/DrivePage';
import { RoundPage } from './page/RoundPage';
import { RoundCreate } from './RoundCreate';
import { RoundList } from './RoundList';

export const rounds = {
  name: 'rounds',
  icon: RouteIcon,
  list: RoundList,
  create: RoundCreate,
  show: RoundPage,
  /** The crew's own page. */
  children: <Route path=":id/drive" element={<DrivePage />} />,
};
