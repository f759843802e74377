import { Box, Card, CardContent, Stack, Typography } from '@mui/material';
import { List, SelectInput, useListContext, useTranslate } from 'react-admin';
import { RowLink } from '../form/RowLink';
import { useSupplierChoices } from '../meta/choices';
import { useNames } from '../meta/useMeta';
import { ClaimActions } from './ClaimActions';
import { ClaimFacts } from './ClaimFacts';
import { ClaimState } from './ClaimState';
import { type Claim, claimStates } from './types';

const states = claimStates.map((id) => ({ id, name: `warranty.state.${id}` }));

/** What suppliers owe again, the newest first. */
export const ClaimList = () => {
  const suppliers = useSupplierChoices();
  const filters = [
    <SelectInput key="state" source="state" choices={states} alwaysOn emptyText="app.all" />,
    <SelectInput
      key="supplierId"
      source="supplierId"
      choices={suppliers}
      translateChoice={false}
      alwaysOn
      emptyText="app.all"
    />,
  ];
  return (
    <List
      filters={filters}
      filterDefaultValues={{ state: 'proposed' }}
      sort={{ field: 'proposedAt', order: 'DESC' }}
      perPage={50}
      exporter={false}
      empty={false}
    >
      <Rows />
    </List>
  );
};

const Rows = () => {
  const translate = useTranslate();
  const { data = [], isPending, total } = useListContext<Claim>();
  if (!isPending && total === 0)
    return <Typography sx={{ p: 6, textAlign: 'center' }}>{translate('warranty.empty')}</Typography>;
  return (
    <Stack component="ul" sx={{ p: 1, m: 0, gap: 1, listStyle: 'none' }}>
      {data.map((claim) => (
        <One key={claim.id} claim={claim} />
      ))}
    </Stack>
  );
};

const One = ({ claim }: { claim: Claim }) => {
  const translate = useTranslate();
  const names = useNames();
  return (
    <Card component="li" variant="outlined">
      <CardContent sx={{ '&:last-child': { pb: 2 } }}>
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
          <ClaimState state={claim.state} />
          <Typography sx={{ fontWeight: 600 }}>{claim.supplier}</Typography>
        </Box>
        <RowLink to={`/cases/${claim.caseId}/show`}>
          {claim.caseNumber} · {claim.address ?? translate('casePage.noPlace')}
        </RowLink>
        <Typography variant="body2" color="textSecondary">
          {names.category(claim.categoryId)}
        </Typography>
        <ClaimFacts claim={claim} />
        <ClaimActions claim={claim} />
      </CardContent>
    </Card>
  );
};
