import { useTranslate } from 'react-admin';
import { FormDialog } from '../../form/FormDialog';
import { useOnce } from '../../form/useOnce';
import type { CommandName } from '../../vocabulary';
import type { CommandBody } from '../api';
import type { CaseDetail } from '../types';
import { commandWords } from '../wording';
import { bodyOf, defaultsOf, type Values } from './body';
import { CommandFields } from './Fields';

interface Props {
  name: CommandName;
  row: CaseDetail;
  send: (body: CommandBody) => Promise<unknown>;
  onClose: () => void;
}

/** Asks what the command needs. Pressing again after a lost connection repeats the same command. */
export const CommandDialog = ({ name, row, send, onClose }: Props) => {
  const translate = useTranslate();
  const words = commandWords(name, row);
  const once = useOnce();
  const submit = (values: Values) => once((commandId) => send({ ...bodyOf(name, values), name, commandId }));
  return (
    <FormDialog
      title={translate(`${words}.label`)}
      intro={translate(`${words}.intro`)}
      defaultValues={defaultsOf(name, row)}
      draft={`${row.id}/${name}`}
      onSubmit={submit}
      onClose={onClose}
    >
      <CommandFields name={name} row={row} />
    </FormDialog>
  );
};
