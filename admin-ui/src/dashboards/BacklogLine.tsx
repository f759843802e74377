import { Box, Typography, useTheme } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { casesLink } from './asked';
import { formatsOf } from './formats';
import { type Frame, pointsOf, scaleUpTo, xOf, yOf } from './line';
import type { BacklogDay, Behind } from './types';

const frame: Frame = { width: 640, height: 240, left: 56, right: 12, top: 12, bottom: 28 };

/** What waited at the end of each day, and what of it was late: a full line and a broken one; a day opens its cases. */
export const BacklogLine = ({ days, cases }: { days: BacklogDay[]; cases: Behind }) => {
  const translate = useTranslate();
  const locale = useLocale();
  const { count } = formatsOf(locale);
  const { palette } = useTheme();
  const words = { fill: palette.text.secondary, fontSize: 12 };
  const month = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const dayOf = (day: string) => month.format(new Date(`${day}T00:00:00Z`));
  const width = (frame.width - frame.left - frame.right) / Math.max(1, days.length - 1);
  const { most, ticks } = scaleUpTo(Math.max(...days.map(({ open }) => open), 1));
  const lines = [
    { name: 'open', colour: palette.primary.main, dashes: undefined, values: days.map(({ open }) => open) },
    { name: 'openLate', colour: palette.error.main, dashes: '6 4', values: days.map(({ late }) => late) },
  ];
  const named = days
    .map(({ day }, index) => ({ day, index }))
    .filter(({ day, index }) => index === 0 || day.endsWith('-01'));
  return (
    <Box>
      <Box
        component="svg"
        role="group"
        aria-label={translate('dashboards.backlog.label')}
        viewBox={`0 0 ${frame.width} ${frame.height}`}
        sx={{ width: '100%', height: 'auto', display: 'block' }}
      >
        {ticks.map((tick) => (
          <g key={tick}>
            <line
              x1={frame.left}
              x2={frame.width - frame.right}
              y1={yOf(tick, most, frame)}
              y2={yOf(tick, most, frame)}
              stroke={palette.divider}
            />
            <text x={frame.left - 6} y={yOf(tick, most, frame) + 4} textAnchor="end" {...words}>
              {count(tick)}
            </text>
          </g>
        ))}
        {named.map(({ day, index }) => (
          <text key={day} x={xOf(index, days.length, frame)} y={frame.height - 8} {...words}>
            {dayOf(day)}
          </text>
        ))}
        {lines.map(({ name, colour, dashes, values }) => (
          <polyline
            key={name}
            points={pointsOf(values, most, frame)}
            fill="none"
            stroke={colour}
            strokeWidth={2}
            strokeDasharray={dashes}
          />
        ))}
        {days.map(({ day, at, open, late }, index) => (
          // For the mouse: by the keyboard ninety days are too many, and the table has the figures.
          <Link key={day} to={casesLink({ ...cases, openAt: at })} tabIndex={-1} aria-hidden>
            <rect
              x={xOf(index, days.length, frame) - width / 2}
              y={frame.top}
              width={width}
              height={frame.height - frame.top - frame.bottom}
              fill="transparent"
            >
              <title>
                {translate('dashboards.backlog.day', {
                  day: dayOf(day),
                  open: count(open),
                  late: count(late),
                })}
              </title>
            </rect>
          </Link>
        ))}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        {lines.map(({ name, colour, dashes }) => (
          <Typography key={name} variant="body2" sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
            <svg width="28" height="8" aria-hidden="true">
              <line x1="0" x2="28" y1="4" y2="4" stroke={colour} strokeWidth={2} strokeDasharray={dashes} />
            </svg>
            {translate(`dashboards.figure.${name}`)}
          </Typography>
        ))}
      </Box>
    </Box>
  );
};
