import { Alert } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useOnline } from './useOnline';

/** Says when what stands on the page may be old. */
export const ConnectionNotice = ({ connected }: { connected: boolean }) => {
  const translate = useTranslate();
  const online = useOnline();
  if (connected && online) return null;
  return (
    <Alert
      severity="warning"
      role="status"
      sx={{ position: 'sticky', top: { xs: 56, sm: 48 }, zIndex: 3, mt: 1 }}
    >
      {translate(online ? 'app.live.lost' : 'app.live.offline')}
    </Alert>
  );
};
