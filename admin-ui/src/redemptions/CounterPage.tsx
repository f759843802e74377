import { Alert, Box, Button, Card, CardContent, Typography } from '@mui/material';
import { useRef, useState } from 'react';
import { Form, maxLength, required, TextInput, Title, useLocale, useTranslate } from 'react-admin';
import { useSubmit } from '../form/useSubmit';
import { post } from '../http/request';
import { sayInstant } from '../time/instant';

interface Seen {
  nameIt: string;
  nameEn: string;
  descriptionIt: string;
  descriptionEn: string;
  expiresAt: string;
}

/** What a code is for, and the button that uses it up. */
const CodeCard = ({ code, seen, onUsed }: { code: string; seen: Seen; onUsed: () => void }) => {
  const translate = useTranslate();
  const locale = useLocale();
  const { submit, busy, error } = useSubmit(async () => {
    await post('/redemptions/use', { code });
    onUsed();
  });
  const [name, description] =
    locale === 'it' ? [seen.nameIt, seen.descriptionIt] : [seen.nameEn, seen.descriptionEn];
  return (
    <Card variant="outlined">
      <CardContent>
        <Typography variant="h6" component="h2">
          {name}
        </Typography>
        {description && <Typography>{description}</Typography>}
        <Typography color="textSecondary" sx={{ mb: 2 }}>
          {translate('counter.until', { when: sayInstant(seen.expiresAt, locale) })}
        </Typography>
        {error && (
          <Alert severity="error" sx={{ mb: 2 }}>
            {error}
          </Alert>
        )}
        <Button variant="contained" size="large" disabled={busy} onClick={() => submit(undefined)}>
          {translate('counter.use')}
        </Button>
      </CardContent>
    </Card>
  );
};

/** The counter: somebody shows a code, it is looked at and used up. Whose it is stays unsaid. */
export const CounterPage = () => {
  const translate = useTranslate();
  const locale = useLocale();
  const [shown, setShown] = useState<{ code: string; seen: Seen } | null>(null);
  const [used, setUsed] = useState<Seen | null>(null);
  // A new form after each code: the next one is typed or scanned into an empty field.
  const turns = useRef(0);
  const { submit, busy, error } = useSubmit(async ({ code }: { code?: string }) => {
    setShown(null);
    setUsed(null);
    setShown({ code: code ?? '', seen: await post<Seen>('/redemptions/look', { code }) });
  });
  const done = () => {
    turns.current += 1;
    setUsed(shown?.seen ?? null);
    setShown(null);
  };
  return (
    <Box sx={{ py: 2, maxWidth: 640, display: 'grid', gap: 2 }}>
      <Title title={translate('resources.redemptions.name', { smart_count: 2 })} />
      <Card variant="outlined">
        <CardContent>
          <Typography sx={{ mb: 1 }}>{translate('counter.intro')}</Typography>
          <Form key={turns.current} onSubmit={submit} noValidate>
            {error && (
              <Alert severity="error" sx={{ mb: 2 }}>
                {error}
              </Alert>
            )}
            <TextInput
              source="code"
              label="counter.code"
              helperText="counter.codeHelp"
              autoFocus
              autoComplete="off"
              validate={[required(), maxLength(100)]}
              slotProps={{ htmlInput: { autoCapitalize: 'characters', spellCheck: false } }}
            />
            <Button type="submit" variant="outlined" disabled={busy}>
              {translate('counter.look')}
            </Button>
          </Form>
        </CardContent>
      </Card>
      {shown && <CodeCard code={shown.code} seen={shown.seen} onUsed={done} />}
      {used && (
        <Alert severity="success" role="status">
          {translate('counter.used', { name: locale === 'it' ? used.nameIt : used.nameEn })}
        </Alert>
      )}
    </Box>
  );
};
