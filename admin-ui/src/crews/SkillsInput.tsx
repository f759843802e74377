import { AutocompleteArrayInput, useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { skills } from '../vocabulary';

/** Chosen by name, or typed where it has none yet. */
export const SkillsInput = () => {
  const translate = useTranslate();
  const own: string[] = useWatch({ name: 'skills' }) ?? [];
  const choices = [...new Set<string>([...skills, ...own])].map((code) => ({
    id: code,
    name: translate(`words.skill.${code}`, { _: code }),
  }));
  return (
    <AutocompleteArrayInput
      source="skills"
      choices={choices}
      translateChoice={false}
      defaultValue={[]}
      helperText="settings.skillsHelp"
      createLabel="settings.skillOwn"
      onCreate={(typed) => (typed?.trim() ? { id: typed.trim(), name: typed.trim() } : undefined)}
    />
  );
};
