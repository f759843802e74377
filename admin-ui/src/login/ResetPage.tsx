import { Alert, Button } from '@mui/material';
import { useState } from 'react';
import { Form, useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { useSubmit } from '../form/useSubmit';
import { post } from '../http/request';
import { NewPasswordInputs } from './NewPasswordInputs';
import { SignInFrame } from './SignInFrame';

/** Where the link in the reset mail leads. */
export const ResetPage = () => {
  const translate = useTranslate();
  const { token = '' } = useParams();
  const [done, setDone] = useState(false);
  const { submit, busy, error } = useSubmit(async (values: { next?: string }) => {
    await post(`/password-resets/${encodeURIComponent(token)}`, { password: values.next });
    setDone(true);
  });
  return (
    <SignInFrame title="app.reset.title">
      {done ? (
        <Alert severity="success">{translate('app.reset.done')}</Alert>
      ) : (
        <Form onSubmit={submit} noValidate>
          {error && <Alert severity="error">{error}</Alert>}
          <NewPasswordInputs />
          <Button type="submit" variant="contained" size="large" fullWidth disabled={busy}>
            {translate('app.password.submit')}
          </Button>
        </Form>
      )}
      <Button component={Link} to="/login" fullWidth sx={{ mt: 1 }}>
        {translate('app.signIn.back')}
      </Button>
    </SignInFrame>
  );
};
