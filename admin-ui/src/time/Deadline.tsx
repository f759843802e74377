import { Box } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import { sayInstant } from './instant';
import { span } from './span';
import { useNow } from './useNow';

/** `entro mar 25 nov, 13:00 (fra 5 h)`; red once it is past. */
export const Deadline = ({ at, quiet = false }: { at: string | null | undefined; quiet?: boolean }) => {
  const translate = useTranslate();
  const locale = useLocale();
  const now = useNow();
  if (!at) return <>{translate('app.time.none')}</>;
  const left = new Date(at).getTime() - now;
  const late = left < 0 && !quiet;
  const distance = span(left, locale);
  const rest = translate(left < 0 ? 'app.time.lateBy' : 'app.time.in', { time: distance });
  return (
    <Box component="span" sx={late ? { color: 'error.main', fontWeight: 700 } : undefined}>
      {translate('app.time.by', { when: sayInstant(at, locale) })}
      {!quiet && ` (${rest})`}
    </Box>
  );
};
