import DashboardsIcon from '@mui/icons-material/InsightsOutlined';
import { lazy } from 'react';

const DashboardsPage = lazy(() => import('./DashboardsPage'));

export const dashboards = { name: 'dashboards', icon: DashboardsIcon, list: DashboardsPage };
