import { Box, type Theme, useMediaQuery } from '@mui/material';
import { ShowBase, Title, useShowContext } from 'react-admin';
import { CasePriority } from '../../priority/CasePriority';
import { CaseClaims } from '../../warranty/CaseClaims';
import { CommandBar } from '../commands/CommandBar';
import { CaseSuggestions } from '../same/CaseSuggestions';
import type { CaseDetail } from '../types';
import { CaseClocks } from './CaseClocks';
import { CaseEscalations } from './CaseEscalations';
import { CaseForwards } from './CaseForwards';
import { CaseHeader } from './CaseHeader';
import { CaseMessages } from './CaseMessages';
import { CasePhotos } from './CasePhotos';
import { CasePlace } from './CasePlace';
import { CaseQualifications } from './CaseQualifications';
import { CaseRatings } from './CaseRatings';
import { CaseRepairs } from './CaseRepairs';
import { CaseReports } from './CaseReports';
import { CaseRound } from './CaseRound';
import { CaseThreads } from './CaseThreads';
import { CommentForm } from './CommentForm';
import { storyOf } from './sentence';
import { Timeline } from './Timeline';

/**
 * One problem with everything about it: what to do first, then what it is, then what happened. Who reads it
 * on a phone is on the way there: the place comes first.
 */
export const CasePage = () => (
  <ShowBase>
    <Content />
  </ShowBase>
);

const bar = {
  position: { xs: 'sticky', md: 'static' },
  bottom: 0,
  zIndex: 2,
  bgcolor: 'background.default',
  borderTop: { xs: 1, md: 0 },
  borderColor: 'divider',
  py: 1.5,
  order: { xs: 9, md: 0 },
} as const;

const Content = () => {
  const { record: row } = useShowContext<CaseDetail>();
  // A row of the list stands in for a moment; the page waits for the whole.
  const wide = useMediaQuery<Theme>((theme) => theme.breakpoints.up('md'));
  if (!row?.allowed) return null;
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', pt: 2 }}>
      <Title title={row.number} />
      <CaseHeader row={row} />
      <Box sx={bar}>
        <CommandBar row={row} />
        <CaseRound row={row} />
      </Box>
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 3fr) minmax(0, 2fr)' },
          mt: 1,
          mb: 3,
        }}
      >
        <Box sx={{ display: 'grid', gap: 2, alignContent: 'start' }}>
          {!wide && <CasePlace row={row} />}
          {!wide && <CasePriority row={row} />}
          <CaseClaims row={row} />
          <CaseSuggestions row={row} />
          <CasePhotos row={row} />
          <CaseReports row={row} />
          <CaseThreads row={row} />
          <CommentForm row={row} />
          <Timeline entries={storyOf(row.timeline)} kind={row.kind} joined={row.joined} />
        </Box>
        <Box sx={{ display: 'grid', gap: 2, alignContent: 'start' }}>
          {wide && <CasePriority row={row} />}
          <CaseClocks row={row} />
          {wide && <CasePlace row={row} />}
          <CaseForwards row={row} />
          <CaseEscalations row={row} />
          <CaseRepairs row={row} />
          <CaseQualifications row={row} />
          <CaseRatings row={row} />
          <CaseMessages row={row} />
        </Box>
      </Box>
    </Box>
  );
};
