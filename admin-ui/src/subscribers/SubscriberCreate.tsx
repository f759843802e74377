import { useState } from 'react';
import { useRedirect } from 'react-admin';
import { SettingCreate } from '../settings/pages';
import { SecretDialog } from '../settings/SecretDialog';
import { SubscriberInputs } from './SubscriberInputs';

/** The secret that signs the posts is shown once it is made. */
export const SubscriberCreate = () => {
  const redirect = useRedirect();
  const [secret, setSecret] = useState<string | null>(null);
  const created = ({ secret: made }: { secret?: string }) =>
    made ? setSecret(made) : redirect('list', 'subscribers');
  return (
    <>
      <SettingCreate redirect={false} mutationOptions={{ onSuccess: created }}>
        <SubscriberInputs />
      </SettingCreate>
      <SecretDialog secret={secret} onKept={() => redirect('list', 'subscribers')} />
    </>
  );
};
