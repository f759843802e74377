import { useLocale } from 'react-admin';
import { sayExactly, sayInstant } from './instant';

/** An instant as people say it, exact on hovering. */
export const When = ({ at }: { at: string | number }) => {
  const locale = useLocale();
  return (
    <time dateTime={new Date(at).toISOString()} title={sayExactly(at, locale)}>
      {sayInstant(at, locale)}
    </time>
  );
};
