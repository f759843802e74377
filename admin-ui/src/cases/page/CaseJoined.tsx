import { Link as MuiLink, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { JoinedCase } from '../types';

const Numbers = ({ cases }: { cases: JoinedCase[] }) =>
  cases.map(({ id, number, readable }, index) => (
    <span key={id}>
      {index > 0 && ', '}
      {readable ? (
        <MuiLink component={Link} to={`/cases/${id}/show`}>
          {number}
        </MuiLink>
      ) : (
        number
      )}
    </span>
  ));

const shown = ['merged', 'absorbed', 'partOf', 'part', 'recurrenceOf', 'recurrence'] as const;

/** The way to the cases that this one became part of, that became part of it, that it is a part of, or that are its parts,
 * that it has come back from or as. */
export const CaseJoined = ({ joined }: { joined: JoinedCase[] }) => {
  const translate = useTranslate();
  return shown.map((name) => {
    const cases = joined.filter((one) => one.name === name);
    return (
      cases.length > 0 && (
        <Typography key={name} sx={{ mt: 0.5, fontWeight: 600 }}>
          {translate(`casePage.joined.${name}`)} <Numbers cases={cases} />
        </Typography>
      )
    );
  });
};
