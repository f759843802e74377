import { Alert, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Missing } from './types';

/** What there is too little of to answer. */
export const MissingData = ({ missing }: { missing: Missing[] }) => {
  const translate = useTranslate();
  return (
    <Alert severity="info">
      <Typography component="h2" variant="subtitle1" sx={{ fontWeight: 700 }}>
        {translate('whatIf.few.title')}
      </Typography>
      <ul>
        {missing.map(({ what, have, need }) => (
          <li key={what}>
            {translate(`whatIf.few.${what}`, { have: Math.round(have), need: Math.round(need) })}
          </li>
        ))}
      </ul>
    </Alert>
  );
};
