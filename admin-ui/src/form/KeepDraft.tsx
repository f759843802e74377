import { type RefObject, useEffect } from 'react';
import { useFormContext, useFormState, useWatch } from 'react-hook-form';
import { hasSessionEnded } from '../http/session';
import { draftOf, forgetDraft, keepDraft } from './drafts';

interface Props {
  name?: string;
  /** Told whether something was typed. */
  typed?: RefObject<boolean>;
}

/** Keeps what is typed, so that a form that the end of a session takes away begins with it again. */
export const KeepDraft = ({ name, typed }: Props) => {
  const { reset } = useFormContext();
  const { isDirty } = useFormState();
  const values = useWatch();
  useEffect(() => {
    const draft = name && draftOf(name);
    if (draft) reset(draft, { keepDefaultValues: true });
    // Who sent it, gave it up or left has done with it.
    return () => {
      if (name && !hasSessionEnded()) forgetDraft(name);
    };
  }, [name, reset]);
  useEffect(() => {
    if (typed) typed.current = isDirty;
    if (name && isDirty) keepDraft(name, values);
  });
  return null;
};
