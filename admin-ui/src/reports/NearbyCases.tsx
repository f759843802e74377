import { Alert, Box, Link as MuiLink } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { CaseRow } from '../cases/types';
import { get } from '../http/request';
import type { Point } from '../map/leaflet';
import { useNames } from '../meta/useMeta';

const most = 5;

/** Open cases around the place: the caller can be told, and the two cases be joined later. */
export const NearbyCases = ({ place: { lat, lon } }: { place: Point }) => {
  const translate = useTranslate();
  const names = useNames();
  const { data = [] } = useQuery({
    queryKey: ['cases', 'near', lat, lon],
    queryFn: ({ signal }) =>
      get<CaseRow[]>(`/cases?open=true&near=${lat.toFixed(6)},${lon.toFixed(6)}&_end=${most}`, signal),
  });
  if (data.length === 0) return null;
  return (
    <Alert severity="info" sx={{ mt: 1 }}>
      {translate('reportEntry.nearby')}
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {data.map((row) => (
          <li key={row.id}>
            <MuiLink component={Link} to={`/cases/${row.id}/show`} target="_blank" rel="noreferrer">
              {row.number}
            </MuiLink>
            {`: ${names.category(row.categoryId)}, ${translate(`words.status.${row.status}`).toLowerCase()}`}
            {row.address && ` · ${row.address}`}
          </li>
        ))}
      </Box>
    </Alert>
  );
};
