import { Box, Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material';
import { useTranslate } from 'react-admin';
import { weekly } from './fan';
import { rounded } from './tell';
import type { Expected } from './types';

/** What the picture shows, for whoever would rather read or hear it. */
export const WeekTable = ({ today, otherwise }: { today: Expected[]; otherwise: Expected[] | null }) => {
  const translate = useTranslate();
  const between = (value: Expected) => translate('whatIf.range', rounded(value, 1));
  return (
    <Box component="details" sx={{ mt: 1 }}>
      <Box component="summary" sx={{ cursor: 'pointer', py: 1 }}>
        {translate('whatIf.table')}
      </Box>
      <TableContainer>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell>{translate('whatIf.week')}</TableCell>
              <TableCell align="right">{translate('whatIf.today')}</TableCell>
              {otherwise && <TableCell align="right">{translate('whatIf.otherwise')}</TableCell>}
            </TableRow>
          </TableHead>
          <TableBody>
            {weekly(today).map(({ week, value }) => (
              <TableRow key={week}>
                <TableCell component="th" scope="row">
                  {week === 0 ? translate('whatIf.now') : week}
                </TableCell>
                <TableCell align="right">{between(value)}</TableCell>
                {otherwise && <TableCell align="right">{between(otherwise[week * 7]!)}</TableCell>}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </Box>
  );
};
