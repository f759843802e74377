import { useState } from 'react';
import { type HttpError, useLogoutIfAccessDenied, useTranslate } from 'react-admin';

/** Runs what a form asks for; says that it runs and, when refused, the sentence to show. */
export function useSubmit<T>(run: (values: T) => Promise<unknown>) {
  const translate = useTranslate();
  const signInAgain = useLogoutIfAccessDenied();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const submit = async (values: T) => {
    setBusy(true);
    setError(null);
    try {
      await run(values);
    } catch (problem) {
      const { message, body } = problem as HttpError;
      // The sign-in page says why, and leads back here.
      if (body?.code === 'not-signed-in') await signInAgain(problem);
      setError(translate(message, { _: message }));
      return (problem as HttpError).body?.errors;
    } finally {
      setBusy(false);
    }
  };
  return { submit, busy, error };
}
