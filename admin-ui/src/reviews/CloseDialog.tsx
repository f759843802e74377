import { BooleanInput, RadioButtonGroupInput, required, useTranslate } from 'react-admin';
import { FormDialog } from '../form/FormDialog';
import { NoteInput } from '../form/NoteInput';
import { post } from '../http/request';
import { wordChoices } from '../meta/choices';
import { reviewOutcomes } from '../vocabulary';
import type { ReviewRow } from './types';

interface Closing {
  outcome: string;
  training: boolean;
  note?: string | null;
}

interface Props {
  row: ReviewRow;
  onDone: () => void;
  onClose: () => void;
}

/** What has become of it. */
export const CloseDialog = ({ row, onDone, onClose }: Props) => {
  const translate = useTranslate();
  const close = async ({ outcome, training, note }: Closing) => {
    const said = { version: row.version, outcome, training, ...(note && { note }) };
    await post(`/reviews/${row.id}/close`, said);
    onDone();
  };
  return (
    <FormDialog<Closing>
      title={translate('reviews.close')}
      intro={translate('reviews.closeIntro')}
      submitLabel={translate('reviews.closeNow')}
      defaultValues={{ training: false }}
      onSubmit={close}
      onClose={onClose}
    >
      <RadioButtonGroupInput
        source="outcome"
        label="reviews.fields.outcome"
        choices={wordChoices('reviewOutcome', reviewOutcomes)}
        validate={required()}
      />
      <BooleanInput source="training" label="reviews.fields.training" helperText={false} />
      <NoteInput label="reviews.fields.learned" helperText={false} />
    </FormDialog>
  );
};
