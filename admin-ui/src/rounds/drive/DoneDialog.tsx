import { useTranslate } from 'react-admin';
import { uploadPhoto } from '../../cases/api';
import { bodyOf, type Values } from '../../cases/commands/body';
import { RepairFields } from '../../cases/commands/RepairFields';
import { FormDialog } from '../../form/FormDialog';
import { NoteInput } from '../../form/NoteInput';
import { PhotoInput } from '../../form/PhotoInput';
import { useOnce } from '../../form/useOnce';
import type { RoundStop } from '../types';
import type { UsedRound } from '../useRound';

interface Props {
  stop: RoundStop;
  round: UsedRound;
  onClose: () => void;
}

/** What was done there, as on the case's own page. */
export const DoneDialog = ({ stop, round, onClose }: Props) => {
  const translate = useTranslate();
  const once = useOnce();
  const { caseId, task } = stop;
  const submit = (values: Values) => {
    const { crewId: _the_rounds, ...work } =
      task === 'repair' ? bodyOf('mark-repaired', values) : bodyOf('made-safe', values);
    const said = once((commandId) => round.say({ ...work, name: 'done', caseId, commandId }));
    return said.finally(round.refresh);
  };
  return (
    <FormDialog
      title={translate(`rounds.doneButton.${task}`)}
      intro={stop.case.address ?? stop.case.number}
      defaultValues={task === 'repair' ? { materials: [] } : {}}
      draft={`${caseId}/done`}
      onSubmit={submit}
      onClose={onClose}
    >
      {task === 'repair' ? (
        <RepairFields row={{ id: caseId }} />
      ) : (
        <>
          <PhotoInput
            source="photoId"
            label="command.fields.photoSafe"
            upload={(file) => uploadPhoto(caseId, file, 'made-safe')}
          />
          <NoteInput />
        </>
      )}
    </FormDialog>
  );
};
