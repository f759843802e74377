import { required, SelectInput, useLocale, useTranslate } from 'react-admin';
import { InstantInput } from '../../form/InstantInput';
import { inFuture } from '../../form/inFuture';
import { NoteInput } from '../../form/NoteInput';
import { wordChoices } from '../../meta/choices';
import { sayInstant } from '../../time/instant';
import { pauseReasons } from '../../vocabulary';
import type { CaseDetail } from '../types';

const label = (name: string) => `command.fields.${name}`;

export const PauseFields = () => (
  <>
    <SelectInput
      source="reason"
      label={label('waitsFor')}
      choices={wordChoices('pauseReason', pauseReasons)}
      validate={required()}
    />
    <InstantInput source="until" label={label('until')} validate={inFuture} />
    <NoteInput needed />
  </>
);

/** Several may wait at once: which one is over. */
export const ResumeFields = ({ row }: { row: CaseDetail }) => {
  const translate = useTranslate();
  const locale = useLocale();
  const choices = (row.state?.pauses ?? []).map(({ id, reason, endsAt }) => ({
    id,
    name: `${translate(`words.pauseReason.${reason}`)}${endsAt ? ` (${sayInstant(endsAt, locale)})` : ''}`,
  }));
  return (
    <>
      <SelectInput
        source="pauseId"
        label={label('pause')}
        choices={choices}
        translateChoice={false}
        validate={required()}
      />
      <NoteInput />
    </>
  );
};
