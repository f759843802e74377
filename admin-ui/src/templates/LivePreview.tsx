import { Alert, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { type HttpError, useTranslate } from 'react-admin';
import { Section } from '../form/Section';
import { request } from '../http/request';
import { MailFrame } from '../messages/MailFrame';
import type { Preview } from './types';

const PAUSE_MS = 400;

/** What was typed, once the typing pauses. */
function usePaused(value: string): string {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return paused;
}

/** The mail that the words make, of a real case where one is named; in a frame that may run nothing. */
export const LivePreview = ({ id, source }: { id: string; source: string }) => {
  const translate = useTranslate();
  const [number, setNumber] = useState('');
  const asked = { source: usePaused(source), number: usePaused(number).trim() || null };
  const { data: fresh, error } = useQuery({
    queryKey: ['template-preview', id, asked],
    queryFn: async () =>
      (await request<Preview>(`/templates/${id}/preview`, { method: 'POST', body: asked })).body,
    retry: false,
  });
  // The last one stays while the next is on its way, and while something is wrong.
  const last = useRef<Preview>(undefined);
  if (fresh) last.current = fresh;
  const data = fresh ?? last.current;
  const problems = Object.values((error as HttpError | null)?.body?.errors ?? {});
  return (
    <Section title="template.preview">
      <TextField
        size="small"
        value={number}
        onChange={({ target }) => setNumber(target.value)}
        label={translate('template.number')}
        helperText={translate('template.numberHelp')}
        sx={{ mb: 1 }}
      />
      {error && (
        <Alert severity="error" sx={{ mb: 1 }}>
          {problems.length > 0 ? problems.map(String).join(' ') : error.message}
        </Alert>
      )}
      {data && <MailFrame {...data} title={translate('template.preview')} />}
    </Section>
  );
};
