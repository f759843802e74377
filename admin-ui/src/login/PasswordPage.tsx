import { Alert, Button, Card, CardContent } from '@mui/material';
import { Form, PasswordInput, required, Title, useNotify, useRedirect, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useSubmit } from '../form/useSubmit';
import { loadSession, put } from '../http/request';
import { currentSession } from '../http/session';
import { NewPasswordInputs } from './NewPasswordInputs';

export const PasswordPage = () => {
  const translate = useTranslate();
  const notify = useNotify();
  const redirect = useRedirect();
  const mustChange = currentSession()?.user.mustChangePassword;
  const { submit, busy, error } = useSubmit(async (values: { current?: string; next?: string }) => {
    await put('/session/password', { current: values.current, next: values.next });
    await loadSession();
    notify('app.password.done', { type: 'success' });
    redirect('/');
  });
  return (
    <Card sx={{ maxWidth: 440, mt: 2 }}>
      <Title title="app.password.title" />
      <CardContent>
        {mustChange && (
          <Alert severity="info" sx={{ mb: 1 }}>
            {translate('app.password.mustChange')}
          </Alert>
        )}
        <Form onSubmit={submit} noValidate>
          {error && <Alert severity="error">{error}</Alert>}
          <PasswordInput
            source="current"
            label="app.password.current"
            autoComplete="current-password"
            validate={required()}
          />
          <NewPasswordInputs />
          <Button type="submit" variant="contained" disabled={busy}>
            {translate('app.password.submit')}
          </Button>
          {mustChange && (
            <Button component={Link} to="/" sx={{ ml: 1 }}>
              {translate('app.password.later')}
            </Button>
          )}
        </Form>
      </CardContent>
    </Card>
  );
};
