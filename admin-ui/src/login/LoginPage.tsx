import { Alert, Button } from '@mui/material';
import {
  email,
  Form,
  PasswordInput,
  required,
  TextInput,
  useLogin,
  useSetLocale,
  useTranslate,
} from 'react-admin';
import { Link } from 'react-router-dom';
import { useSubmit } from '../form/useSubmit';
import { currentSession, hasSessionEnded } from '../http/session';
import { SignInFrame } from './SignInFrame';

export const LoginPage = () => {
  const login = useLogin();
  const translate = useTranslate();
  const setLocale = useSetLocale();
  const { submit, busy, error } = useSubmit(async (values: object) => {
    await login(values);
    const session = currentSession();
    if (session) await setLocale(session.user.locale);
  });
  return (
    <SignInFrame title="app.signIn.title">
      <Form onSubmit={submit} noValidate>
        {hasSessionEnded() && <Alert severity="info">{translate('app.signIn.ended')}</Alert>}
        {error && <Alert severity="error">{error}</Alert>}
        <TextInput
          source="email"
          type="email"
          label="app.signIn.email"
          autoComplete="username"
          validate={[required(), email()]}
          autoFocus
        />
        <PasswordInput
          source="password"
          label="app.signIn.password"
          autoComplete="current-password"
          validate={required()}
        />
        <Button type="submit" variant="contained" size="large" fullWidth disabled={busy}>
          {translate('app.signIn.submit')}
        </Button>
        <Button component={Link} to="/forgot" fullWidth sx={{ mt: 1 }}>
          {translate('app.signIn.forgot')}
        </Button>
      </Form>
    </SignInFrame>
  );
};
