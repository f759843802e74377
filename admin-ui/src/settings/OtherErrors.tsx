import { Alert } from '@mui/material';
import { useEffect } from 'react';
import { useFormContext, useFormState } from 'react-hook-form';
import { strayErrors } from './strayErrors';

/**
 * What was refused and has no input here. It stands above the form until the next try; left where it was,
 * it would block every later one.
 */
export const OtherErrors = () => {
  const { clearErrors, setError } = useFormContext();
  const { errors } = useFormState();
  // After every rendering: the form changes its errors in place.
  useEffect(() => {
    const stray = strayErrors(errors);
    if (stray.length === 0) return;
    clearErrors(stray.map(({ name }) => name));
    setError('root.serverError', { type: 'server', message: stray.map(({ message }) => message).join(' ') });
  });
  const { serverError } = errors.root ?? {};
  return serverError ? (
    <Alert severity="error" sx={{ mb: 1, width: '100%' }}>
      {serverError.message}
    </Alert>
  ) : null;
};
