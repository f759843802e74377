import { Alert, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { email, Form, required, TextInput, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useSubmit } from '../form/useSubmit';
import { post } from '../http/request';
import { SignInFrame } from './SignInFrame';

/** Says the same whether or not the address is known. */
export const ForgotPage = () => {
  const translate = useTranslate();
  const [sent, setSent] = useState(false);
  const { submit, busy, error } = useSubmit(async (values: object) => {
    await post('/password-resets', values);
    setSent(true);
  });
  return (
    <SignInFrame title="app.forgot.title">
      {sent ? (
        <Alert severity="success">{translate('app.forgot.sent')}</Alert>
      ) : (
        <Form onSubmit={submit} noValidate>
          <Typography sx={{ mb: 1 }}>{translate('app.forgot.intro')}</Typography>
          {error && <Alert severity="error">{error}</Alert>}
          <TextInput
            source="email"
            type="email"
            label="app.signIn.email"
            autoComplete="username"
            validate={[required(), email()]}
            autoFocus
          />
          <Button type="submit" variant="contained" size="large" fullWidth disabled={busy}>
            {translate('app.forgot.submit')}
          </Button>
        </Form>
      )}
      <Button component={Link} to="/login" fullWidth sx={{ mt: 1 }}>
        {translate('app.signIn.back')}
      </Button>
    </SignInFrame>
  );
};
