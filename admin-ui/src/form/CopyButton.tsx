import { Button } from '@mui/material';
import { useNotify, useTranslate } from 'react-admin';

/** Puts a text where it can be pasted from; says so when the browser refuses, as it does without https. */
export const CopyButton = ({ text, label }: { text: string; label: string }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      notify('app.copied', { type: 'success' });
    } catch {
      notify('app.notCopied', { type: 'warning' });
    }
  };
  return (
    <Button variant="outlined" onClick={copy}>
      {translate(label)}
    </Button>
  );
};
