import { ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useLocaleState, useTranslate } from 'react-admin';
import { put } from '../http/request';
import { currentSession, rememberSession, type Session } from '../http/session';
import { locales } from '../vocabulary';

/** Italian or English; remembered in the browser and, when signed in, with the person. */
export const LanguageSwitch = () => {
  const [locale, setLocale] = useLocaleState();
  const translate = useTranslate();
  const choose = async (next: string | null) => {
    if (!next) return;
    setLocale(next);
    if (!currentSession()) return;
    // The page speaks the language already; the next sign-in may still begin in the old one.
    await put<Session>('/session/locale', { locale: next }).then(rememberSession, () => undefined);
  };
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      value={locale}
      onChange={(_, next) => choose(next)}
      aria-label={translate('app.language')}
      sx={{
        '& .MuiToggleButton-root': { color: 'inherit', py: 0.25, px: 1, borderColor: 'currentColor' },
        '& .MuiToggleButton-root.Mui-selected': {
          color: 'inherit',
          fontWeight: 700,
          bgcolor: 'color-mix(in srgb, currentColor 22%, transparent)',
        },
      }}
    >
      {locales.map((code) => (
        <ToggleButton
          key={code}
          value={code}
          lang={code}
          aria-label={`${code.toUpperCase()}, ${translate(`words.locale.${code}`)}`}
        >
          {code.toUpperCase()}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
};
