import { Alert, Box, Button, Card, CardContent, Typography } from '@mui/material';
import { Title, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { CopyButton } from '../form/CopyButton';
import type { Accepted } from './enterReport';

/** What to tell the person on the telephone, or to hand over the counter. The tracking code is shown this once. */
export const ReportEntered = ({ accepted, onAnother }: { accepted: Accepted; onAnother: () => void }) => {
  const translate = useTranslate();
  const { id, number, trackingCode, url, notice } = accepted;
  return (
    <Card sx={{ mt: 2, maxWidth: 640 }}>
      <Title title={number} />
      <CardContent>
        <Alert severity="success" sx={{ mb: 2 }}>
          {translate('reportEntry.done', { number })}
        </Alert>
        {notice && (
          <Alert severity="info" sx={{ mb: 2 }}>
            {notice}
          </Alert>
        )}
        <Typography>{translate('reportEntry.code')}</Typography>
        <Typography variant="h4" component="p" sx={{ my: 1, fontWeight: 700, fontFamily: 'monospace' }}>
          {trackingCode}
        </Typography>
        <Typography>{translate('reportEntry.link')}</Typography>
        <Typography sx={{ overflowWrap: 'anywhere', mb: 2 }}>
          <a href={url}>{url}</a>
        </Typography>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, displayPrint: 'none' }}>
          <CopyButton text={url} label="reportEntry.copy" />
          <Button variant="outlined" onClick={() => window.print()}>
            {translate('reportEntry.print')}
          </Button>
          <Button component={Link} to={`/reports/${id}/show`} variant="outlined">
            {translate('reportEntry.open')}
          </Button>
          <Button variant="contained" onClick={onAnother}>
            {translate('reportEntry.another')}
          </Button>
        </Box>
      </CardContent>
    </Card>
  );
};
