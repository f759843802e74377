import { Box, Typography } from '@mui/material';
import { DataTable, List, useTranslate } from 'react-admin';
import { Verification } from '../audit/Verification';
import { When } from '../time/When';

interface SignedDay {
  id: string;
  day: string;
  digest: string;
  chains: number;
  signedAt: string;
}

const Digest = ({ value }: { value: string }) => (
  <Box component="code" sx={{ overflowWrap: 'anywhere', display: 'block', minWidth: 200 }}>
    {value}
  </Box>
);

/** What was signed and mailed to the oversight body, day by day. */
export const SignedDayList = () => {
  const translate = useTranslate();
  return (
    <>
      <Verification />
      <Typography sx={{ mt: 2 }}>{translate('verification.compare')}</Typography>
      <List sort={{ field: 'day', order: 'DESC' }} perPage={50} exporter={false} empty={false}>
        <DataTable<SignedDay> bulkActionButtons={false} rowClick={false}>
          <DataTable.Col source="day" sx={{ whiteSpace: 'nowrap' }} />
          <DataTable.Col<SignedDay>
            source="digest"
            disableSort
            render={(row) => <Digest value={row.digest} />}
          />
          <DataTable.NumberCol source="chains" disableSort />
          <DataTable.Col<SignedDay>
            source="signedAt"
            disableSort
            render={(row) => <When at={row.signedAt} />}
          />
        </DataTable>
      </List>
    </>
  );
};
