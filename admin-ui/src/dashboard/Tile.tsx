import { Card, CardActionArea, CardContent, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { DashboardTile } from './tiles';

/** A number that leads to what it counts. */
export const Tile = ({ label, count, to, alarm }: DashboardTile) => {
  const translate = useTranslate();
  return (
    <Card variant="outlined" sx={alarm ? { borderColor: 'error.main', borderWidth: 2 } : undefined}>
      <CardActionArea component={Link} to={to} sx={{ height: '100%' }}>
        <CardContent>
          <Typography variant="h4" component="p" color={alarm ? 'error' : 'primary'} sx={{ fontWeight: 700 }}>
            {count}
          </Typography>
          <Typography>{translate(label)}</Typography>
        </CardContent>
      </CardActionArea>
    </Card>
  );
};
