import { Box, useTheme } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import { drawn, size, yOf } from './pareto';
import type { Causes } from './types';

const shares = [0, 0.2, 0.4, 0.6, 0.8, 1];

/** A Pareto chart: what delays come from, the most frequent first, and how much of all it is together. */
export const CausesChart = ({ bars }: Pick<Causes, 'bars'>) => {
  const translate = useTranslate();
  const percent = new Intl.NumberFormat(useLocale(), { style: 'percent', maximumFractionDigits: 0 });
  const { palette } = useTheme();
  const words = { fill: palette.text.secondary, fontSize: 12 };
  const places = drawn(bars);
  const name = (cause: string) => translate(`words.reviewCause.${cause}`);
  return (
    <Box
      component="svg"
      role="img"
      aria-label={bars
        .map((bar) => `${name(bar.name)}: ${bar.count} (${percent.format(bar.share)})`)
        .join('; ')}
      viewBox={`0 0 ${size.width} ${size.height}`}
      sx={{ width: '100%', maxWidth: 760, height: 'auto', display: 'block' }}
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
          <text x={size.width - size.right + 6} y={yOf(share) + 4} {...words}>
            {percent.format(share)}
          </text>
        </g>
      ))}
      {places.map((place, index) => (
        <g key={bars[index]!.name}>
          <rect
            x={place.x}
            y={place.y}
            width={place.width}
            height={place.height}
            fill={palette.primary.main}
            opacity={0.85}
          />
          <text x={place.middle} y={place.y - 4} textAnchor="middle" {...words} fill={palette.text.primary}>
            {bars[index]!.count}
          </text>
          <text x={place.middle} y={yOf(0) + (index % 2 === 0 ? 16 : 32)} textAnchor="middle" {...words}>
            {name(bars[index]!.name)}
          </text>
        </g>
      ))}
      <polyline
        points={places.map(({ middle, lineY }) => `${middle},${lineY}`).join(' ')}
        fill="none"
        stroke={palette.warning.main}
        strokeWidth={2}
      />
      {places.map(({ middle, lineY }) => (
        <circle key={middle} cx={middle} cy={lineY} r={4} fill={palette.warning.main} />
      ))}
    </Box>
  );
};
