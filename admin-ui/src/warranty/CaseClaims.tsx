import { Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { usePermissions } from 'react-admin';
import type { CaseDetail } from '../cases/types';
import { PlainList } from '../form/PlainList';
import { Section } from '../form/Section';
import { get } from '../http/request';
import { ClaimActions } from './ClaimActions';
import { ClaimFacts } from './ClaimFacts';
import { ClaimState } from './ClaimState';
import type { Claim } from './types';

/** That the problem was repaired under a warranty that still holds, and what is to be done about it. */
export const CaseClaims = ({ row }: { row: CaseDetail }) => {
  const { permissions = [] } = usePermissions<string[]>();
  const { data: claims = [] } = useQuery({
    queryKey: ['warranty-claims', 'case', row.id, row.timeline.length],
    queryFn: () => get<Claim[]>(`/warranty-claims?caseId=${row.id}`),
    enabled: permissions.includes('warranty.read'),
  });
  if (claims.length === 0) return null;
  return (
    <Section title="warranty.title">
      <PlainList>
        {claims.map((claim) => (
          <li key={claim.id}>
            <Typography sx={{ fontWeight: 600 }} component="div">
              {claim.supplier} <ClaimState state={claim.state} />
            </Typography>
            <ClaimFacts claim={claim} />
            <ClaimActions claim={claim} />
          </li>
        ))}
      </PlainList>
    </Section>
  );
};
