import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';

/** A secret that is answered this once; whoever set it up hands it over. */
export const SecretDialog = ({ secret, onKept }: { secret: string | null; onKept: () => void }) => {
  const translate = useTranslate();
  return (
    <Dialog open={secret !== null}>
      <DialogTitle>{translate('settings.secret')}</DialogTitle>
      <DialogContent>
        <Alert severity="warning">{translate('settings.secretOnce')}</Alert>
        <Typography component="code" sx={{ display: 'block', mt: 2, overflowWrap: 'anywhere' }}>
          {secret}
        </Typography>
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={onKept}>
          {translate('settings.secretKept')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
