import { Link as MuiLink } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { readable } from './LongText';

interface Props {
  to: string;
  /** A number: short enough to stay on one line. */
  short?: boolean;
  children: ReactNode;
}

/** What a row is called, as a real link: it is reached by keyboard and opens in a new tab, too. */
export const RowLink = ({ to, short = false, children }: Props) => (
  <MuiLink
    component={Link}
    to={to}
    underline="hover"
    // The row leads to the same page: one click, one step back.
    onClick={(event) => event.stopPropagation()}
    sx={{ ...(short ? { whiteSpace: 'nowrap' } : readable), display: 'block', fontWeight: 600 }}
  >
    {children}
  </MuiLink>
);
