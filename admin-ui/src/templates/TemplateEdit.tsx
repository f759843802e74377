import { Alert, Box, Button, TextField, Typography } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type HttpError, Title, useNotify, useTranslate } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { Section } from '../form/Section';
import { useSubmit } from '../form/useSubmit';
import { get, request } from '../http/request';
import { LivePreview } from './LivePreview';
import type { TemplateDetail } from './types';
import { Versions } from './Versions';

export const TemplateEdit = () => {
  const id = String(useParams().id);
  const { data } = useQuery({
    queryKey: ['templates', id],
    queryFn: () => get<TemplateDetail>(`/templates/${id}`),
  });
  // A saved version begins the editor anew.
  return data ? <Editor key={`${id} ${data.version}`} template={data} /> : null;
};

/** The words on one side, the mail that they make on the other; below what they were before. */
const Editor = ({ template }: { template: TemplateDetail }) => {
  const translate = useTranslate();
  const notify = useNotify();
  const client = useQueryClient();
  const { id, event, locale, version, own, fields } = template;
  const [source, setSource] = useState(template.source);
  const [wrong, setWrong] = useState<string | null>(null);
  const { submit, busy, error } = useSubmit(async (words: string | null) => {
    setWrong(null);
    try {
      await request(`/templates/${id}`, { method: 'PUT', body: { source: words, version } });
    } catch (problem) {
      setWrong((problem as HttpError).body?.errors?.source ?? null);
      throw problem;
    }
    notify('template.saved', { type: 'success' });
    await client.invalidateQueries({ queryKey: ['templates'] });
  });
  return (
    <Box sx={{ py: 2 }}>
      <Title
        title={`${translate(`messageEvent.${event}`, { _: event })} (${translate(`words.locale.${locale}`)})`}
      />
      <Button component={Link} to="/templates" sx={{ mb: 1 }}>
        {translate('template.back')}
      </Button>
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: '1fr', lg: '1fr 1fr' },
          alignItems: 'start',
        }}
      >
        <Section title="template.words">
          <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
            {translate('template.help')}
          </Typography>
          <TextField
            fullWidth
            multiline
            minRows={14}
            value={source}
            onChange={({ target }) => setSource(target.value)}
            label={translate('template.words')}
            error={wrong !== null}
            helperText={wrong}
            slotProps={{ htmlInput: { spellCheck: true, lang: locale, style: { fontFamily: 'monospace' } } }}
          />
          {error && !wrong && <Alert severity="error">{error}</Alert>}
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 2 }}>
            <Button
              variant="contained"
              disabled={busy || source === template.source}
              onClick={() => submit(source)}
            >
              {translate('ra.action.save')}
            </Button>
            <Button disabled={source === template.source} onClick={() => setSource(template.source)}>
              {translate('template.undo')}
            </Button>
            {own && (
              <Button disabled={busy} onClick={() => submit(null)}>
                {translate('template.toBuiltIn')}
              </Button>
            )}
          </Box>
          <Typography variant="body2" color="textSecondary" sx={{ mt: 2, overflowWrap: 'anywhere' }}>
            {translate('template.fields')} {fields.join(', ')}
          </Typography>
        </Section>
        <LivePreview id={id} source={source} />
        <Versions template={template} onTake={setSource} />
      </Box>
    </Box>
  );
};
