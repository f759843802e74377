import {
  DeleteWithConfirmButton,
  type RaRecord,
  useNotify,
  useRedirect,
  useResourceContext,
} from 'react-admin';

/** Removes a setting and says what became of it: gone, or switched off because it has been used. */
export const RemoveButton = () => {
  const notify = useNotify();
  const redirect = useRedirect();
  const resource = useResourceContext();
  const removed = ({ did }: RaRecord) => {
    notify(`settings.gone.${did}`, { type: 'info', autoHideDuration: 8000 });
    redirect('list', resource);
  };
  // What still needs it takes longer to read than a notice usually stays.
  const refused = (error: unknown) => {
    const { message } = error as Error;
    notify(message, { type: 'error', autoHideDuration: 15_000, messageArgs: { _: message } });
  };
  return <DeleteWithConfirmButton mutationOptions={{ onSuccess: removed, onError: refused }} />;
};
