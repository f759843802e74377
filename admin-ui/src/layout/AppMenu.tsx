import QueueIcon from '@mui/icons-material/QueueOutlined';
import { ListItemIcon, ListSubheader, MenuItem } from '@mui/material';
import { Menu, usePermissions, useResourceDefinitions, useTranslate } from 'react-admin';
import { apiBase } from '../http/request';
import { canAccess } from '../permissions/permissions';
import { menuGroups } from './menuGroups';

/** Only what the person may open; headings only over something. */
export const AppMenu = () => {
  const translate = useTranslate();
  const known = useResourceDefinitions();
  const { permissions = [] } = usePermissions<string[]>();
  const groups = menuGroups
    .map(({ key, resources }) => ({
      key,
      resources: resources.filter((name) => known[name] && canAccess(permissions, name, 'list')),
    }))
    .filter(({ resources }) => resources.length > 0);
  return (
    <Menu>
      <Menu.DashboardItem />
      {groups.map(({ key, resources }) => [
        <ListSubheader key={key} component="div" sx={{ lineHeight: '32px', bgcolor: 'transparent' }}>
          {translate(`app.menu.${key}`)}
        </ListSubheader>,
        ...resources.map((name) => <Menu.ResourceItem key={name} name={name} />),
      ])}
      {permissions.includes('queues.read') && (
        <MenuItem
          component="a"
          href={`${apiBase}/queues`}
          target="_blank"
          rel="noreferrer"
          sx={{ color: 'text.secondary' }}
        >
          <ListItemIcon sx={{ '&&': { minWidth: 40 } }}>
            <QueueIcon />
          </ListItemIcon>
          {translate('app.menu.queues')}
        </MenuItem>
      )}
    </Menu>
  );
};
