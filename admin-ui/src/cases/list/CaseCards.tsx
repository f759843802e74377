import { Box, Card, CardActionArea, Stack, Typography } from '@mui/material';
import { useListContext, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useNames } from '../../meta/useMeta';
import { BandChip } from '../../priority/BandChip';
import { Badges } from '../Badges';
import { Danger } from '../Danger';
import { Thumbnail } from '../Thumbnail';
import type { CaseRow } from '../types';
import { isProblem, statusWords, unaddressed } from '../wording';
import { Due } from './CaseTable';

/** The inbox on a phone: one card a case, big enough for a thumb. */
export const CaseCards = () => {
  const { data = [] } = useListContext<CaseRow>();
  return (
    <Stack component="ul" sx={{ p: 1, m: 0, gap: 1, listStyle: 'none' }}>
      {data.map((row) => (
        <li key={row.id}>
          <CaseCard row={row} />
        </li>
      ))}
    </Stack>
  );
};

const CaseCard = ({ row }: { row: CaseRow }) => {
  const translate = useTranslate();
  const names = useNames();
  return (
    <Card variant="outlined">
      <CardActionArea
        component={Link}
        to={`/cases/${row.id}/show`}
        sx={{ p: 1, display: 'flex', gap: 1.5, alignItems: 'flex-start' }}
      >
        <Thumbnail id={row.thumbnailPhotoId} size={72} />
        <Box sx={{ minWidth: 0, flex: 1 }}>
          <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
            {row.address ?? translate(unaddressed(row))}
          </Typography>
          <Typography variant="body2" color="textSecondary">
            {names.category(row.categoryId)} · {translate(statusWords(row))}
          </Typography>
          <Typography variant="body2" component="div" sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
            <BandChip band={row.band} score={row.priority} />
            {isProblem(row) && <Danger level={row.danger} />}
          </Typography>
          <Typography variant="body2" component="div">
            <Due row={row} />
          </Typography>
          <Badges row={row} />
        </Box>
      </CardActionArea>
    </Card>
  );
};
