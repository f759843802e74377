import { Alert } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { RoundDetail } from '../types';

/** What the given order breaks: it is the coordinator's, and is kept. */
export const Conflicts = ({ row: { status, plan, stops } }: { row: RoundDetail }) => {
  const translate = useTranslate();
  if (status !== 'draft' || !plan || plan.conflicts.length === 0) return null;
  const nameOf = (caseId: string | null) => stops.find((stop) => stop.caseId === caseId)?.case.number ?? '';
  return (
    <Alert severity="warning" sx={{ mt: 1 }}>
      {plan.conflicts.map(({ caseId, why }) => (
        <div key={`${caseId} ${why}`}>{translate(`rounds.conflict.${why}`, { number: nameOf(caseId) })}</div>
      ))}
    </Alert>
  );
};
