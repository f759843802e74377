import { Alert, Button, Card, CardContent, GlobalStyles, Stack, Typography } from '@mui/material';
import { Title, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useMeta } from '../meta/useMeta';
import { CopyButton } from './CopyButton';
import type { Accepted } from './enterReport';

/** On paper only what the person takes home. */
const onPaper = {
  '@media print': {
    'body *': { visibility: 'hidden' },
    '.receipt, .receipt *': { visibility: 'visible' },
    '.receipt': { position: 'absolute', top: 0, left: 0 },
  },
} as const;

/** What to tell the person on the telephone, or to hand over the counter. The code is shown this once. */
export const ReportEntered = ({ accepted, onAnother }: { accepted: Accepted; onAnother: () => void }) => {
  const translate = useTranslate();
  const { town } = useMeta();
  const { id, number, trackingCode, url, notice } = accepted;
  const big = { fontFamily: 'monospace', fontWeight: 700, overflowWrap: 'anywhere' } as const;
  return (
    <Card sx={{ mt: 2, maxWidth: 640 }}>
      <GlobalStyles styles={onPaper} />
      <Title title={translate('app.dashboard.enter')} />
      <CardContent>
        <Alert severity="success" sx={{ mb: 2 }}>
          {translate('reportEntry.done')}
        </Alert>
        {notice && (
          <Alert severity="info" sx={{ mb: 2 }}>
            {notice}
          </Alert>
        )}
        <div className="receipt">
          <Typography>{town}</Typography>
          <Typography>{translate('reportEntry.number')}</Typography>
          <Typography variant="h5" component="p" sx={{ ...big, mb: 1 }}>
            {number}
          </Typography>
          <Typography>{translate('reportEntry.code')}</Typography>
          <Typography variant="h4" component="p" sx={{ ...big, mb: 1 }}>
            {trackingCode}
          </Typography>
          <Typography>{translate('reportEntry.link')}</Typography>
          <Typography sx={{ overflowWrap: 'anywhere', mb: 2 }}>
            <a href={url} target="_blank" rel="noreferrer">
              {url}
            </a>
          </Typography>
        </div>
        <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1 }}>
          <CopyButton text={`${number}\n${trackingCode}\n${url}`} />
          <Button variant="outlined" onClick={() => window.print()}>
            {translate('reportEntry.print')}
          </Button>
          <Button component={Link} to={`/reports/${id}/show`} variant="contained">
            {translate('reportEntry.open')}
          </Button>
          <Button onClick={onAnother}>{translate('reportEntry.another')}</Button>
        </Stack>
      </CardContent>
    </Card>
  );
};
