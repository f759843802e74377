import DirectionsIcon from '@mui/icons-material/DirectionsOutlined';
import { Button, Card, CardContent, Chip, Stack, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { pointOf } from '../../map/distance';
import { useNames } from '../../meta/useMeta';
import { Badges } from '../Badges';
import type { CaseDetail } from '../types';
import { statusWords, unaddressed } from '../wording';
import { CaseFacts } from './CaseFacts';
import { CaseJoined } from './CaseJoined';

/** What and where it is, how it stands and by when something is due. */
export const CaseHeader = ({ row }: { row: CaseDetail }) => {
  const translate = useTranslate();
  const names = useNames();
  const ended =
    row.outcome && row.outcome !== row.status ? ` · ${translate(`words.outcome.${row.outcome}`)}` : '';
  return (
    <Card variant="outlined">
      <CardContent sx={{ '&:last-child': { pb: 2 } }}>
        <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center', mb: 0.5 }}>
          <Chip color="primary" label={translate(statusWords(row)) + ended} />
          <Badges row={row} />
        </Stack>
        <Typography component="h2" variant="h6" sx={{ overflowWrap: 'anywhere' }}>
          {row.address ?? translate(unaddressed(row))}
        </Typography>
        {pointOf(row) && (
          <Button
            size="small"
            startIcon={<DirectionsIcon />}
            href={`https://www.openstreetmap.org/directions?to=${row.lat},${row.lon}`}
            target="_blank"
            rel="noreferrer"
            sx={{ ml: -0.75 }}
          >
            {translate('casePage.directions')}
          </Button>
        )}
        <Typography color="textSecondary">
          {row.number} · {names.category(row.categoryId)} · {names.department(row.departmentId)} ·{' '}
          {translate('casePage.members', { smart_count: row.members })}
        </Typography>
        <CaseJoined joined={row.joined} />
        <CaseFacts row={row} />
      </CardContent>
    </Card>
  );
};
