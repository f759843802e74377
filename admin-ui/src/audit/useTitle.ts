import { useTranslate } from 'react-admin';
import { type Numbers, titleOf } from './titles';

/** What a chain or a workflow is called, in the person's language. */
export function useTitle(numbers: Numbers) {
  const translate = useTranslate();
  return (name: string): string => {
    const { key, data } = titleOf(name, numbers);
    return translate(key, data);
  };
}
