import { Button } from '@mui/material';
import { useNotify, useTranslate } from 'react-admin';

/** Browsers let a page write to the clipboard on https and localhost only. */
export const CopyButton = ({ text }: { text: string }) => {
  const translate = useTranslate();
  const notify = useNotify();
  if (!navigator.clipboard) return null;
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    notify('reportEntry.copied', { type: 'success' });
  };
  return (
    <Button variant="outlined" onClick={copy}>
      {translate('reportEntry.copy')}
    </Button>
  );
};
