import { Alert, Button } from '@mui/material';
import { useListContext, useLocale, useTranslate } from 'react-admin';
import { sayInstant } from '../../time/instant';
import { partsOf } from './behind';

/** Where the list comes from when a figure of the dashboards opened it, and the way out. */
export const BehindNotice = () => {
  const translate = useTranslate();
  const locale = useLocale();
  const { filterValues, setFilters } = useListContext();
  const parts = partsOf(filterValues);
  if (parts.length === 0) return null;
  const say = (at?: string) => at && sayInstant(at, locale);
  const words = parts.map(({ key, at, from, to }) =>
    translate(`dashboards.behind.${key}`, { at: say(at), from: say(from), to: say(to) }),
  );
  return (
    <Alert
      severity="info"
      action={
        <Button color="inherit" size="small" onClick={() => setFilters({ open: true }, {})}>
          {translate('dashboards.behind.clear')}
        </Button>
      }
    >
      {translate('dashboards.behind.title')}: {words.join(', ')}
    </Alert>
  );
};
