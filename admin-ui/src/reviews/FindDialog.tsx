import { useQuery } from '@tanstack/react-query';
import { CheckboxGroupInput, DateInput, required, SelectInput, useTranslate } from 'react-admin';
import { FormDialog } from '../form/FormDialog';
import { NoteInput } from '../form/NoteInput';
import { get, post } from '../http/request';
import { wordChoices } from '../meta/choices';
import { reviewCauses } from '../vocabulary';
import { inDays } from './days';
import type { Owner, ReviewRow } from './types';

const USUAL_DAYS = 30;

interface Finding {
  causes: string[];
  note: string;
  ownerId: string;
  followUpOn: string;
}

interface Props {
  rows: Pick<ReviewRow, 'id' | 'version' | 'departmentId' | 'causes' | 'note' | 'ownerId'>[];
  onDone: () => void;
  onClose: () => void;
}

/** Why, what we change, who, by when: of one review or of several that have the same reason. */
export const FindDialog = ({ rows, onDone, onClose }: Props) => {
  const translate = useTranslate();
  const departments = [...new Set(rows.map(({ departmentId }) => departmentId))];
  const of = new URLSearchParams(departments.map((id) => ['departmentId', id]));
  const { data: owners = [] } = useQuery({
    queryKey: ['reviews', 'owners', of.toString()],
    queryFn: () => get<Owner[]>(`/reviews/owners?${of}`),
  });
  const [only] = rows.length === 1 ? rows : [];
  const find = async (values: Finding) => {
    const reviews = rows.map(({ id, version }) => ({ id, version }));
    await post('/reviews/findings', { ...values, reviews });
    onDone();
  };
  return (
    <FormDialog<Finding>
      title={translate('reviews.find')}
      intro={translate('reviews.findIntro', { smart_count: rows.length })}
      submitLabel={translate('ra.action.save')}
      defaultValues={{
        ...{ causes: only?.causes ?? [], followUpOn: inDays(USUAL_DAYS) },
        ...(only?.note && { note: only.note }),
        ...(only?.ownerId && { ownerId: only.ownerId }),
      }}
      onSubmit={find}
      onClose={onClose}
    >
      <CheckboxGroupInput
        source="causes"
        label="reviews.fields.causes"
        choices={wordChoices('reviewCause', reviewCauses)}
        validate={required()}
      />
      <NoteInput label="reviews.fields.change" helperText="reviews.changeHelp" needed />
      <SelectInput
        source="ownerId"
        label="reviews.fields.owner"
        choices={owners.map(({ id, name, role }) => ({
          id,
          name: `${name} · ${translate(`words.role.${role}`)}`,
        }))}
        translateChoice={false}
        validate={required()}
      />
      <DateInput
        source="followUpOn"
        label="reviews.fields.followUpOn"
        helperText="reviews.followUpHelp"
        validate={required()}
      />
    </FormDialog>
  );
};
