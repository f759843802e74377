import { Link as Anchor, Box, Card, CardContent, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { casesLink } from './asked';
import type { Behind } from './types';

interface Props {
  label: string;
  /** As it is read; null where too little is known. */
  figure: string | null;
  cases: Behind;
  /** What stands under the figure. */
  children?: ReactNode;
}

/** A figure that opens its cases. */
export const FigureTile = ({ label, figure, cases, children }: Props) => {
  const translate = useTranslate();
  const name = translate(label);
  return (
    <Card variant="outlined" component="li" sx={{ listStyle: 'none' }}>
      <CardContent sx={{ '&:last-child': { pb: 2 } }}>
        <Typography variant="body2" color="textSecondary">
          {name}
        </Typography>
        {figure === null ? (
          <Typography sx={{ my: 1 }}>{translate('dashboards.few')}</Typography>
        ) : (
          <Anchor
            component={Link}
            to={casesLink(cases)}
            aria-label={translate('dashboards.open', { name, figure })}
            underline="hover"
            sx={{ fontSize: '2rem', fontWeight: 700, lineHeight: 1.3 }}
          >
            {figure}
          </Anchor>
        )}
        <Box sx={{ display: 'grid', gap: 0.5 }}>{children}</Box>
      </CardContent>
    </Card>
  );
};
