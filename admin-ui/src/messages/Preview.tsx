import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { MessageDetail } from './types';

/** The message as its reader sees it, in a frame that may run nothing and reach nothing. */
export const Preview = ({ message }: { message: MessageDetail }) => {
  const translate = useTranslate();
  if (!message.html && !message.text) return <Typography>{translate('messagePage.notRendered')}</Typography>;
  return (
    <>
      <Typography sx={{ fontWeight: 600, mb: 1, overflowWrap: 'anywhere' }}>{message.subject}</Typography>
      {message.html ? (
        <Box
          component="iframe"
          sandbox=""
          title={translate('messagePage.preview')}
          srcDoc={message.html}
          sx={{
            width: '100%',
            height: 480,
            border: 1,
            borderColor: 'divider',
            borderRadius: 1,
            bgcolor: '#fff',
          }}
        />
      ) : (
        <Box component="pre" sx={{ whiteSpace: 'pre-wrap', m: 0 }}>
          {message.text}
        </Box>
      )}
    </>
  );
};
