import { Box, Chip, Typography } from '@mui/material';
import { useId } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { useMeta } from '../meta/useMeta';
import { nameOfCategory } from './names';
import type { Figures } from './types';

interface Props {
  categories: Figures['categories'];
  without: string[];
  onChange: (without: string[]) => void;
}

/** What could be given to others, with its share of the work. */
export const CategoryChips = ({ categories, without, onChange }: Props) => {
  const translate = useTranslate();
  const locale = useLocale();
  const meta = useMeta();
  const id = useId();
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  return (
    <Box role="group" aria-labelledby={id} sx={{ gridColumn: '1 / -1' }}>
      <Typography id={id} variant="body2">
        {translate('whatIf.without')}
      </Typography>
      <Typography variant="caption" color="textSecondary">
        {translate('whatIf.withoutHelp')}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 0.5 }}>
        {categories.map(({ code, work }) => {
          const given = without.includes(code);
          return (
            <Chip
              key={code}
              clickable
              aria-pressed={given}
              color={given ? 'primary' : 'default'}
              variant={given ? 'filled' : 'outlined'}
              sx={given ? { textDecoration: 'line-through' } : undefined}
              label={`${nameOfCategory(meta, code, locale)} · ${percent.format(work)}`}
              onClick={() => onChange(given ? without.filter((one) => one !== code) : [...without, code])}
            />
          );
        })}
      </Box>
    </Box>
  );
};
