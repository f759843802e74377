import { Box, Button, Typography } from '@mui/material';
import { Title, useGetIdentity, useGetList, usePermissions, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useCounts } from '../cases/list/useCounts';
import { toSee } from '../escalations/toSee';
import { canAccess } from '../permissions/permissions';
import { Tile } from './Tile';
import { dashboardTiles } from './tiles';

/** How many there are of something that the person may see; null while unknown or not allowed. */
function useTotal(resource: string, filter: object, enabled: boolean): number | null {
  const { total } = useGetList(resource, { filter, pagination: { page: 1, perPage: 1 } }, { enabled });
  return enabled && total !== undefined ? total : null;
}

/** Where to start today, by what the person may do. */
export const Dashboard = () => {
  const translate = useTranslate();
  const { identity } = useGetIdentity();
  const { permissions = [] } = usePermissions<string[]>();
  const counts = useCounts();
  const totals = {
    escalations: useTotal('escalations', toSee(permissions), canAccess(permissions, 'escalations', 'list')),
    asked: useTotal('cases', { askedOfUs: true }, canAccess(permissions, 'cases', 'list')),
    appeals: useTotal('appeals', { state: 'open' }, canAccess(permissions, 'appeals', 'list')),
    failed: useTotal('messages', { status: ['failed'] }, canAccess(permissions, 'messages', 'list')),
  };
  const tiles = counts ? dashboardTiles(permissions, counts, totals) : [];
  return (
    <Box sx={{ py: 2 }}>
      <Title title="ra.page.dashboard" />
      <Typography component="h2" variant="h5" sx={{ mb: 2 }}>
        {translate('app.dashboard.hello', { name: identity?.fullName ?? '' })}
      </Typography>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fill, minmax(200px, 1fr))' }}>
        {tiles.map((tile) => (
          <Tile key={tile.label} {...tile} />
        ))}
      </Box>
      {canAccess(permissions, 'reports', 'create') && (
        <Button component={Link} to="/reports/create" variant="contained" size="large" sx={{ mt: 3 }}>
          {translate('app.dashboard.enter')}
        </Button>
      )}
    </Box>
  );
};
