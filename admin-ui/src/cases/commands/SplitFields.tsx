import { Box, Typography } from '@mui/material';
import { CheckboxGroupInput, required, useRecordContext } from 'react-admin';
import { NoteInput } from '../../form/NoteInput';
import { When } from '../../time/When';
import type { CaseDetail, CaseReport } from '../types';

const Choice = () => {
  const report = useRecordContext<CaseReport>();
  if (!report) return null;
  return (
    <Box sx={{ py: 0.5 }}>
      <Typography variant="body2" color="textSecondary">
        {report.number} · <When at={report.receivedAt} />
        {report.address && ` · ${report.address}`}
      </Typography>
      <Typography sx={{ overflowWrap: 'anywhere' }}>{report.words}</Typography>
    </Box>
  );
};

/** Which reports are about something else. */
export const SplitFields = ({ row }: { row: CaseDetail }) => (
  <>
    <CheckboxGroupInput
      source="reportIds"
      label="command.fields.reports"
      choices={row.reports}
      optionText={<Choice />}
      translateChoice={false}
      row={false}
      validate={required()}
    />
    <NoteInput needed />
  </>
);
