import { RadioButtonGroupInput, required, useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { uploadPhoto } from '../../cases/api';
import { FormDialog } from '../../form/FormDialog';
import { NoteInput } from '../../form/NoteInput';
import { PhotoInput } from '../../form/PhotoInput';
import { useOnce } from '../../form/useOnce';
import { wordChoices } from '../../meta/choices';
import { stopReasons } from '../../vocabulary';
import type { RoundStop } from '../types';
import type { UsedRound } from '../useRound';

interface Props {
  stop: RoundStop;
  round: UsedRound;
  onClose: () => void;
}

/** Why it cannot be done now: the case goes back to those that wait, with its priority. */
export const NotPossibleDialog = ({ stop: { caseId, case: place }, round, onClose }: Props) => {
  const translate = useTranslate();
  const once = useOnce();
  const submit = (values: object) => {
    const said = { ...given(values), name: 'not-possible' as const, caseId };
    return once((commandId) => round.say({ ...said, commandId })).finally(round.refresh);
  };
  return (
    <FormDialog
      title={translate('rounds.notPossible')}
      intro={`${place.address ?? place.number}. ${translate('rounds.notPossibleHelp')}`}
      draft={`${caseId}/not-possible`}
      onSubmit={submit}
      onClose={onClose}
    >
      <RadioButtonGroupInput
        source="reason"
        label="rounds.whyNot"
        choices={wordChoices('unassignReason', stopReasons)}
        row={false}
        validate={required()}
        helperText={false}
      />
      <PhotoInput
        source="photoId"
        label="rounds.photoOnSite"
        upload={(file) => uploadPhoto(caseId, file, 'on-site')}
      />
      <Words />
    </FormDialog>
  );
};

/** Another reason has to be said. */
const Words = () => <NoteInput needed={useWatch({ name: 'reason' }) === 'other'} />;

const given = (values: object) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== ''));
