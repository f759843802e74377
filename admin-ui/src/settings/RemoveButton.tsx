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
  return <DeleteWithConfirmButton mutationOptions={{ onSuccess: removed }} />;
};
