import { AutocompleteInput, useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { skills } from '../vocabulary';

/** What a crew has to be able to do; one that has no name yet is typed. */
export const SkillInput = () => {
  const translate = useTranslate();
  const own: string | null = useWatch({ name: 'skill' }) ?? null;
  const choices = [...new Set<string>([...skills, ...(own ? [own] : [])])].map((code) => ({
    id: code,
    name: translate(`words.skill.${code}`, { _: code }),
  }));
  return (
    <AutocompleteInput
      source="skill"
      choices={choices}
      translateChoice={false}
      defaultValue={null}
      helperText="settings.skillHelp"
      createLabel="settings.skillOwn"
      onCreate={(typed) => (typed?.trim() ? { id: typed.trim(), name: typed.trim() } : undefined)}
    />
  );
};
