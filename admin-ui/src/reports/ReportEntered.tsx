import { Alert, Button, Card, CardContent, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Accepted } from './enterReport';

/** What to tell the person on the telephone. The tracking link is shown this once. */
export const ReportEntered = ({ accepted, onAnother }: { accepted: Accepted; onAnother: () => void }) => {
  const translate = useTranslate();
  return (
    <Card sx={{ mt: 2, maxWidth: 640 }}>
      <CardContent>
        <Alert severity="success" sx={{ mb: 2 }}>
          {translate('reportEntry.done')}
        </Alert>
        <Typography>{translate('reportEntry.number')}</Typography>
        <Typography variant="h5" component="p" sx={{ mb: 1 }}>
          {accepted.number}
        </Typography>
        <Typography>{translate('reportEntry.link')}</Typography>
        <Typography sx={{ overflowWrap: 'anywhere', mb: 2 }}>
          <a href={accepted.url}>{accepted.url}</a>
        </Typography>
        <Button component={Link} to={`/reports/${accepted.id}/show`} variant="contained" sx={{ mr: 1 }}>
          {translate('reportEntry.open')}
        </Button>
        <Button onClick={onAnother}>{translate('reportEntry.another')}</Button>
      </CardContent>
    </Card>
  );
};
