import { Box, Typography } from '@mui/material';

/** A mail as its reader sees it, in a frame that may run nothing and reach nothing. */
export const MailFrame = ({
  subject,
  html,
  title,
}: {
  subject: string | null;
  html: string;
  title: string;
}) => (
  <>
    <Typography sx={{ fontWeight: 600, mb: 1, overflowWrap: 'anywhere' }}>{subject}</Typography>
    <Box
      component="iframe"
      sandbox=""
      title={title}
      srcDoc={html}
      sx={{
        width: '100%',
        height: 480,
        border: 1,
        borderColor: 'divider',
        borderRadius: 1,
        bgcolor: '#fff',
      }}
    />
  </>
);
