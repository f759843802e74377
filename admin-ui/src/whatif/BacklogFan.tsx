import { Box, type Theme, useMediaQuery, useTheme } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import { sayDay } from '../time/instant';
import { bandPoints, frames, linePoints, type Scale, ticksUpTo, weekly, xOf, yOf } from './fan';
import type { Expected } from './types';

interface Props {
  today: Expected[];
  otherwise: Expected[] | null;
  begin: string;
}

/** How many cases wait in the weeks to come: a line for the middle, a band for nine of ten runs. */
export const BacklogFan = ({ today, otherwise, begin }: Props) => {
  const translate = useTranslate();
  const locale = useLocale();
  const { palette } = useTheme();
  const narrow = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'));
  const ticks = ticksUpTo(Math.max(...[...today, ...(otherwise ?? [])].map(({ high }) => high)));
  const frame = frames[narrow ? 'narrow' : 'wide'];
  const scale: Scale = { frame, days: today.length - 1, most: ticks.at(-1)! };
  const number = new Intl.NumberFormat(locale);
  const words = { fill: palette.text.secondary, fontSize: 12 };
  const fans = [
    { name: 'today', daily: today, colour: palette.text.secondary, dash: '6 4' },
    { name: 'otherwise', daily: otherwise, colour: palette.primary.main, dash: undefined },
  ].flatMap(({ daily, ...fan }) => (daily ? [{ ...fan, daily }] : []));
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mb: 1 }} aria-hidden>
        {fans.map(({ name, colour, dash }) => (
          <Box key={name} sx={{ display: 'flex', alignItems: 'center', gap: 1, fontSize: 14 }}>
            <svg width="36" height="12" aria-hidden="true">
              <rect width="36" height="12" fill={colour} opacity={0.18} />
              <line x2="36" y1="6" y2="6" stroke={colour} strokeWidth="2.5" strokeDasharray={dash} />
            </svg>
            {translate(`whatIf.${name}`)}
          </Box>
        ))}
      </Box>
      <Box
        component="svg"
        role="img"
        aria-label={translate('whatIf.backlog.label')}
        viewBox={`0 0 ${frame.width} ${frame.height}`}
        sx={{ width: '100%', height: 'auto', display: 'block' }}
      >
        {ticks.map((tick) => (
          <g key={tick}>
            <line
              x1={frame.left}
              x2={frame.width - frame.right}
              y1={yOf(scale, tick)}
              y2={yOf(scale, tick)}
              stroke={palette.divider}
            />
            <text x={frame.left - 6} y={yOf(scale, tick) + 4} textAnchor="end" {...words}>
              {number.format(tick)}
            </text>
          </g>
        ))}
        {weekly(today).map(({ week }) => (
          <text key={week} x={xOf(scale, week * 7)} y={yOf(scale, 0) + 16} textAnchor="middle" {...words}>
            {week}
          </text>
        ))}
        <text x={frame.width - frame.right} y={frame.height - 6} textAnchor="end" {...words}>
          {translate('whatIf.backlog.weeks', { day: sayDay(begin, locale) })}
        </text>
        {fans.map(({ name, daily, colour }) => (
          <polygon key={name} points={bandPoints(scale, daily)} fill={colour} opacity={0.18} />
        ))}
        {fans.map(({ name, daily, colour, dash }) => (
          <polyline
            key={name}
            points={linePoints(scale, daily)}
            fill="none"
            stroke={colour}
            strokeWidth={2.5}
            strokeDasharray={dash}
          />
        ))}
      </Box>
    </>
  );
};
