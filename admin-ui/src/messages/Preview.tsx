import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { MailFrame } from './MailFrame';
import type { MessageDetail } from './types';

/** The message as it was rendered; one without HTML as its text. */
export const Preview = ({ message: { subject, html, text } }: { message: MessageDetail }) => {
  const translate = useTranslate();
  if (html) return <MailFrame subject={subject} html={html} title={translate('messagePage.preview')} />;
  if (!text) return <Typography>{translate('messagePage.notRendered')}</Typography>;
  return (
    <>
      <Typography sx={{ fontWeight: 600, mb: 1, overflowWrap: 'anywhere' }}>{subject}</Typography>
      <Box component="pre" sx={{ whiteSpace: 'pre-wrap', m: 0 }}>
        {text}
      </Box>
    </>
  );
};
