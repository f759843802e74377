import { MenuItem, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { useFormContext } from 'react-hook-form';
import { get } from '../http/request';
import type { CaseStatus } from '../vocabulary';
import { fitting, type ReadyAnswer, withAnswer } from './fitting';

const MINUTES = 60_000;

/** Takes a ready answer into the field, where it can be changed; nothing where none fits. */
export const ReadyAnswerPicker = ({
  row,
  source,
}: {
  row: { categoryId: string; status: CaseStatus };
  source: string;
}) => {
  const translate = useTranslate();
  const { getValues, setValue } = useFormContext();
  const { data = [] } = useQuery({
    queryKey: ['ready-answers', 'active'],
    queryFn: () => get<ReadyAnswer[]>('/ready-answers?active=true&_sort=position&_order=ASC&_end=500'),
    staleTime: 5 * MINUTES,
  });
  const answers = fitting(data, row);
  if (answers.length === 0) return null;
  const take = (id: string) => {
    const chosen = answers.find((one) => one.id === id);
    if (chosen)
      setValue(source, withAnswer(getValues(source), chosen.text), {
        shouldDirty: true,
        shouldValidate: true,
      });
  };
  return (
    <TextField
      select
      fullWidth
      size="small"
      value=""
      label={translate('readyAnswer.take')}
      onChange={({ target }) => take(target.value)}
      sx={{ mb: 1 }}
    >
      {answers.map(({ id, title, locale }) => (
        <MenuItem key={id} value={id} lang={locale}>
          {title} ({translate(`words.locale.${locale}`)})
        </MenuItem>
      ))}
    </TextField>
  );
};
