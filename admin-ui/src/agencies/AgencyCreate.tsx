import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useState } from 'react';
import { useRedirect, useTranslate } from 'react-admin';
import { SettingCreate } from '../settings/pages';
import { AgencyInputs } from './AgencyInputs';

/** The secret that signs the alerts is answered this once; whoever sets the agency up hands it over. */
export const AgencyCreate = () => {
  const translate = useTranslate();
  const redirect = useRedirect();
  const [secret, setSecret] = useState<string | null>(null);
  const created = ({ secret: made }: { secret?: string }) =>
    made ? setSecret(made) : redirect('list', 'agencies');
  return (
    <>
      <SettingCreate redirect={false} mutationOptions={{ onSuccess: created }}>
        <AgencyInputs />
      </SettingCreate>
      <Dialog open={secret !== null}>
        <DialogTitle>{translate('settings.secret')}</DialogTitle>
        <DialogContent>
          <Alert severity="warning">{translate('settings.secretOnce')}</Alert>
          <Typography component="code" sx={{ display: 'block', mt: 2, overflowWrap: 'anywhere' }}>
            {secret}
          </Typography>
        </DialogContent>
        <DialogActions>
          <Button variant="contained" onClick={() => redirect('list', 'agencies')}>
            {translate('settings.secretKept')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
};
