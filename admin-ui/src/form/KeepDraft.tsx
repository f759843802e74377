import { type RefObject, useEffect, useState } from 'react';
import { useFormState, useWatch } from 'react-hook-form';
import { hasSessionEnded } from '../http/session';
import { draftOf, forgetDraft, keepDraft } from './drafts';

interface Props {
  name?: string;
  /** Told whether something was typed. */
  typed?: RefObject<boolean>;
}

/** Keeps what is typed, so that a form that the end of a session takes away can begin with it again. */
export const KeepDraft = ({ name, typed }: Props) => {
  const { isDirty } = useFormState();
  const values = useWatch();
  const [restored] = useState(() => Boolean(name && draftOf(name)));
  useEffect(() => {
    if (typed) typed.current = isDirty || restored;
    if (name && isDirty) keepDraft(name, values);
  });
  useEffect(
    () => () => {
      // Who sent it, gave it up or left has done with it.
      if (name && !hasSessionEnded()) forgetDraft(name);
    },
    [name],
  );
  return null;
};
