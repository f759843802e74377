import { Box, useTheme } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import { bandPoints, dayTicks, linePoints, size, xOf, yOf } from './curve';
import type { Curve } from './types';

const shares = [0, 0.25, 0.5, 0.75, 1];

/** The share of repairs that still hold after so many days, with its interval. */
export const SurvivalCurve = ({ curve }: { curve: Curve }) => {
  const translate = useTranslate();
  const percent = new Intl.NumberFormat(useLocale(), { style: 'percent', maximumFractionDigits: 0 });
  const { palette } = useTheme();
  const words = { fill: palette.text.secondary, fontSize: 12 };
  const bottom = yOf(0);
  return (
    <Box
      component="svg"
      role="img"
      aria-label={translate('quality.curve.label')}
      viewBox={`0 0 ${size.width} ${size.height}`}
      sx={{ width: '100%', height: 'auto', display: 'block' }}
    >
      {shares.map((share) => (
        <g key={share}>
          <line
            x1={size.left}
            x2={size.width - size.right}
            y1={yOf(share)}
            y2={yOf(share)}
            stroke={palette.divider}
          />
          <text x={size.left - 6} y={yOf(share) + 4} textAnchor="end" {...words}>
            {percent.format(share)}
          </text>
        </g>
      ))}
      {dayTicks(curve.lastDay).map((days) => (
        <text key={days} x={xOf(days, curve.lastDay)} y={bottom + 16} textAnchor="middle" {...words}>
          {days}
        </text>
      ))}
      <text x={size.width - size.right} y={size.height - 4} textAnchor="end" {...words}>
        {translate('quality.curve.days')}
      </text>
      <polygon points={bandPoints(curve)} fill={palette.primary.main} opacity={0.18} />
      <polyline points={linePoints(curve)} fill="none" stroke={palette.primary.main} strokeWidth={2} />
    </Box>
  );
};
