import { Box, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import { IntervalBar } from '../quality/IntervalBar';
import type { Expected } from './types';

interface Props {
  measured: number | null;
  today: Expected;
  otherwise: Expected | null;
}

/** The share of late repairs: as it was, as it is to be expected, and with the change. */
export const LateBars = ({ measured, today, otherwise }: Props) => {
  const translate = useTranslate();
  const percent = new Intl.NumberFormat(useLocale(), { style: 'percent', maximumFractionDigits: 0 });
  const exactly = measured === null ? null : { mean: measured, low: measured, high: measured };
  const rows = [
    { name: 'measuredThen', value: exactly },
    { name: 'today', value: today },
    { name: 'otherwise', value: otherwise },
  ];
  const to = Math.max(0.1, ...rows.map(({ value }) => value?.high ?? 0));
  return (
    <Box component="dl" sx={{ m: 0, display: 'grid', gap: 1.5 }}>
      {rows.map(
        ({ name, value }) =>
          value && (
            <div key={name}>
              <Typography component="dt" variant="body2">
                {translate(`whatIf.${name}`)}
              </Typography>
              <Box component="dd" sx={{ m: 0 }}>
                <Typography variant="body2" sx={{ fontWeight: 700 }}>
                  {name === 'measuredThen'
                    ? percent.format(value.mean)
                    : translate('whatIf.between', {
                        value: percent.format(value.mean),
                        low: percent.format(value.low),
                        high: percent.format(value.high),
                      })}
                </Typography>
                <IntervalBar
                  estimate={{ value: value.mean, low: value.low, high: value.high }}
                  from={0}
                  to={to}
                />
              </Box>
            </div>
          ),
      )}
    </Box>
  );
};
