import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import {
  Link as Anchor,
  Button,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
} from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useNames } from '../meta/useMeta';
import { type Asked, casesLink } from './asked';
import { formatsOf } from './formats';
import { type Cell, type Column, columns, csvOf, type Row } from './table';

/** Whose figures they are is seen also where the table is wider than the screen. */
const stays = { position: 'sticky', left: 0, bgcolor: 'background.paper', minWidth: 110 } as const;

/** Everything once more without a picture: to read aloud, to print, to take along. */
export const FigureTable = ({ rows, asked }: { rows: Row[]; asked: Asked }) => {
  const translate = useTranslate();
  const names = useNames();
  const { count, percent, stars } = formatsOf(useLocale());
  const written = (column: Column, value: number | null) =>
    value === null
      ? '–'
      : column === 'share'
        ? percent(value)
        : column === 'stars'
          ? stars(value)
          : count(value);
  const nameOf = ({ departmentId }: Row) =>
    departmentId ? names.department(departmentId) : translate('dashboards.all');
  const heading = (column: Column) => translate(`dashboards.figure.${column}`);
  function download() {
    const plain = (value: number | null) =>
      value === null ? '' : String(Math.round(value * 10_000) / 10_000);
    const head = columns.flatMap((column) => [
      heading(column),
      translate('dashboards.csv.before', { name: heading(column) }),
    ]);
    const lines = rows.map((row) => [
      nameOf(row),
      ...columns.flatMap((column) => [plain(row.cells[column].value), plain(row.cells[column].before)]),
    ]);
    const file = new Blob([csvOf([[translate('dashboards.department'), ...head], ...lines])], {
      type: 'text/csv;charset=utf-8',
    });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = `${translate('dashboards.csv.file')}-${asked.quarter.id}.csv`;
    link.click();
    URL.revokeObjectURL(link.href);
  }
  const cellOf = (column: Column, { value, figure }: Cell) =>
    figure && value !== null ? (
      <Anchor component={Link} to={casesLink(figure.cases)}>
        {written(column, value)}
      </Anchor>
    ) : (
      written(column, value)
    );
  return (
    <>
      <Button startIcon={<DownloadIcon />} onClick={download} size="small" sx={{ mb: 1 }}>
        {translate('dashboards.csv.download')}
      </Button>
      <TableContainer>
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell sx={stays}>{translate('dashboards.department')}</TableCell>
              {columns.map((column) => (
                <TableCell key={column} align="right" sx={{ verticalAlign: 'bottom', minWidth: 84 }}>
                  {heading(column)}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map((row) => (
              <TableRow key={row.departmentId ?? 'all'}>
                <TableCell
                  component="th"
                  scope="row"
                  sx={{ ...stays, fontWeight: row.departmentId ? 400 : 700 }}
                >
                  {nameOf(row)}
                </TableCell>
                {columns.map((column) => (
                  <TableCell key={column} align="right">
                    {cellOf(column, row.cells[column])}
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
    </>
  );
};
