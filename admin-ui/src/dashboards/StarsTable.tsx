import { Link as Anchor, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useNames } from '../meta/useMeta';
import { IntervalBar } from '../quality/IntervalBar';
import { casesLink } from './asked';
import { formatsOf } from './formats';
import type { Satisfaction } from './types';

/** How citizens rated each department's repairs, with how sure that is. */
export const StarsTable = ({ departments }: Satisfaction) => {
  const translate = useTranslate();
  const names = useNames();
  const { count, stars } = formatsOf(useLocale());
  return (
    <Table size="small">
      <TableHead>
        <TableRow>
          <TableCell>{translate('dashboards.department')}</TableCell>
          <TableCell sx={{ width: '60%' }}>{translate('dashboards.figure.stars')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {departments.map(({ departmentId, stars: { value }, rated }) => (
          <TableRow key={departmentId}>
            <TableCell component="th" scope="row">
              {names.department(departmentId)}
            </TableCell>
            <TableCell>
              {value && <IntervalBar estimate={value} from={1} to={5} />}
              {value
                ? translate('quality.between', {
                    value: stars(value.value),
                    low: stars(value.low),
                    high: stars(value.high),
                  })
                : translate('dashboards.few')}
              {' · '}
              <Anchor component={Link} to={casesLink(rated.cases)}>
                {translate('dashboards.rated', { smart_count: rated.value, rated: count(rated.value) })}
              </Anchor>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
};
