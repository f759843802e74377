import { minLength, PasswordInput, required, useTranslate } from 'react-admin';

/** Says which of the two entries of a new password is wrong. */
export const NewPasswordInputs = () => {
  const translate = useTranslate();
  const same = (value: string, all: { next?: string }) =>
    value === all.next ? undefined : translate('app.password.differ');
  return (
    <>
      <PasswordInput
        source="next"
        label="app.password.next"
        helperText="app.password.rule"
        autoComplete="new-password"
        validate={[required(), minLength(10)]}
      />
      <PasswordInput
        source="again"
        label="app.password.again"
        helperText={false}
        autoComplete="new-password"
        validate={[required(), same]}
      />
    </>
  );
};
