import { Box, useTheme } from '@mui/material';
import { useLocale } from 'react-admin';
import { type TrendName, topOf, valuesOf } from './trend';
import type { TeamMonth } from './types';

const size = { width: 360, height: 150, bottom: 20, top: 16, gap: 4 };

interface Props {
  months: TeamMonth[];
  name: TrendName;
  label: string;
}

/** One column a month, the running one paler; a month of which too little is known has none. */
export const TrendPicture = ({ months, name, label }: Props) => {
  const locale = useLocale();
  const { palette } = useTheme();
  const values = valuesOf(months, name);
  const top = topOf(values, name);
  const step = size.width / months.length;
  const ground = size.height - size.bottom;
  const say = new Intl.NumberFormat(
    locale,
    name === 'inTime' ? { style: 'percent', maximumFractionDigits: 0 } : { maximumFractionDigits: 1 },
  );
  const monthName = (day: string, how: 'narrow' | 'long') =>
    new Intl.DateTimeFormat(locale, { month: how, timeZone: 'UTC' }).format(new Date(day));
  const words = values.flatMap((value, index) =>
    value === null ? [] : [`${monthName(months[index]!.month, 'long')}: ${say.format(value)}`],
  );
  return (
    <Box
      component="svg"
      role="img"
      aria-label={`${label}. ${words.join('; ')}`}
      viewBox={`0 0 ${size.width} ${size.height}`}
      sx={{ width: '100%', height: 'auto', display: 'block' }}
    >
      <line x1={0} x2={size.width} y1={ground} y2={ground} stroke={palette.divider} />
      {months.map(({ month }, index) => {
        const value = values[index] ?? null;
        const height = value === null ? 0 : (value / top) * (ground - size.top);
        const middle = (index + 0.5) * step;
        return (
          <g key={month}>
            <rect
              x={index * step + size.gap / 2}
              y={ground - height}
              width={step - size.gap}
              height={height}
              fill={palette.primary.main}
              opacity={index === months.length - 1 ? 0.5 : 0.85}
            />
            <text x={middle} y={ground + 14} textAnchor="middle" fontSize={11} fill={palette.text.secondary}>
              {monthName(month, 'narrow')}
            </text>
            {value !== null && (
              <text
                x={middle}
                y={ground - height - 4}
                textAnchor="middle"
                fontSize={10}
                fill={palette.text.primary}
              >
                {say.format(value)}
              </text>
            )}
          </g>
        );
      })}
    </Box>
  );
};
