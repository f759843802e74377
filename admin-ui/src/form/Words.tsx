import { Typography } from '@mui/material';
import { useTranslate } from 'react-admin';

/** What somebody wrote, as it was written; says so when it was erased. */
export const Words = ({ words, erased = false }: { words: string | null | undefined; erased?: boolean }) => {
  const translate = useTranslate();
  if (erased) return <Typography color="textSecondary">{translate('casePage.erased')}</Typography>;
  if (!words) return null;
  return <Typography sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>{words}</Typography>;
};
