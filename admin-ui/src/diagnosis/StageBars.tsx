import { Box, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import { caseStages, type Measures } from './types';

/** Where the hours of a case go, one bar a stage. */
export const StageBars = ({ hours }: { hours: Measures['hours'] }) => {
  const translate = useTranslate();
  const number = new Intl.NumberFormat(useLocale(), { maximumFractionDigits: 0 });
  const most = Math.max(1, ...caseStages.map((stage) => hours[stage]));
  return (
    <Box component="dl" sx={{ display: 'grid', gridTemplateColumns: 'max-content 1fr', gap: 1, m: 0 }}>
      {caseStages.map((stage) => (
        <Box key={stage} sx={{ display: 'contents' }}>
          <Typography component="dt" variant="body2">
            {translate(`diagnosis.stage.${stage}`)}
          </Typography>
          <Box component="dd" sx={{ m: 0, display: 'flex', alignItems: 'center', gap: 1 }}>
            <Box
              sx={{
                height: 16,
                minWidth: 2,
                width: `${(hours[stage] / most) * 80}%`,
                bgcolor: stage === 'work' ? 'success.main' : 'primary.main',
                borderRadius: 0.5,
              }}
            />
            <Typography variant="body2" sx={{ whiteSpace: 'nowrap' }}>
              {translate('diagnosis.hours', { hours: number.format(hours[stage]) })}
            </Typography>
          </Box>
        </Box>
      ))}
    </Box>
  );
};
