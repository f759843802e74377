import { Alert, Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { Confirm, useNotify, useRecordContext, useTranslate } from 'react-admin';
import { Section } from '../form/Section';
import { request } from '../http/request';
import { CopyButton } from '../reports/CopyButton';

/** The address of the supplier's own page, to be handed on; a new one closes the former. */
export const PortalLink = () => {
  const translate = useTranslate();
  const notify = useNotify();
  const row = useRecordContext<{ id: string }>();
  const [url, setUrl] = useState<string | null>(null);
  const [sure, setSure] = useState(false);
  if (!row) return null;
  const ask = (what: 'link' | 'new-link') =>
    request<{ url: string }>(`/suppliers/${row.id}/${what}`, { method: 'POST', body: {} })
      .then(({ body }) => setUrl(body.url))
      .catch((error: Error) => notify(error.message, { type: 'error' }))
      .finally(() => setSure(false));
  return (
    <Box sx={{ width: '100%', my: 2 }}>
      <Section title="supplier.portal">
        <Typography variant="body2" color="textSecondary" sx={{ mb: 1 }}>
          {translate('supplier.portalHelp')}
        </Typography>
        {url && (
          <Alert severity="info" action={<CopyButton text={url} />} sx={{ mb: 1, overflowWrap: 'anywhere' }}>
            {url}
          </Alert>
        )}
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
          <Button variant="outlined" onClick={() => ask('link')}>
            {translate('supplier.showLink')}
          </Button>
          <Button color="error" onClick={() => setSure(true)}>
            {translate('supplier.newLink')}
          </Button>
        </Box>
      </Section>
      <Confirm
        isOpen={sure}
        title="supplier.newLink"
        content="supplier.newLinkSure"
        onConfirm={() => ask('new-link')}
        onClose={() => setSure(false)}
      />
    </Box>
  );
};
