import { useState } from 'react';
import { useRedirect } from 'react-admin';
import { SettingCreate } from '../settings/pages';
import { SecretDialog } from '../settings/SecretDialog';
import { AgencyInputs } from './AgencyInputs';

/** The secret that signs the alerts is shown once it is made. */
export const AgencyCreate = () => {
  const redirect = useRedirect();
  const [secret, setSecret] = useState<string | null>(null);
  const created = ({ secret: made }: { secret?: string }) =>
    made ? setSecret(made) : redirect('list', 'agencies');
  return (
    <>
      <SettingCreate redirect={false} mutationOptions={{ onSuccess: created }}>
        <AgencyInputs />
      </SettingCreate>
      <SecretDialog secret={secret} onKept={() => redirect('list', 'agencies')} />
    </>
  );
};
