import { Box, Slider, Typography } from '@mui/material';
import { useId } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { MOST_CREWS } from './question';
import type { Figures, Scenario } from './types';

const MORE_CREWS = 5;

interface Props {
  crews: NonNullable<Figures['crews']>;
  wanted: Scenario;
  change: (part: Partial<Scenario>) => void;
}

/** How many crews, and for how many hours: each with what it is today. */
export const CrewInputs = ({ crews, wanted, change }: Props) => {
  const translate = useTranslate();
  const number = new Intl.NumberFormat(useLocale(), { maximumFractionDigits: 1 });
  const usual = Math.round(crews.hours * 2) / 2;
  const value = (name: string, chosen: number, today: number) =>
    translate(`whatIf.${name}Value`, { chosen: number.format(chosen), today: number.format(today) });
  const fewest = -Math.min(MOST_CREWS, Math.floor(crews.count));
  const most = Math.max(MORE_CREWS, Math.min(MOST_CREWS, Math.ceil(crews.count)));
  return (
    <>
      <Measure
        label="whatIf.crews"
        text={value('crews', crews.count + wanted.crews, crews.count)}
        value={wanted.crews}
        range={[Math.min(fewest, wanted.crews), Math.max(most, wanted.crews), 1]}
        onChange={(chosen) => change({ crews: chosen })}
      />
      <Measure
        label="whatIf.hours"
        text={value('hours', wanted.hours ?? usual, usual)}
        value={wanted.hours ?? usual}
        range={[Math.min(4, usual, wanted.hours ?? usual), Math.max(12, usual, wanted.hours ?? usual), 0.5]}
        onChange={(chosen) => change({ hours: chosen === usual ? null : chosen })}
      />
    </>
  );
};

interface MeasureProps {
  label: string;
  /** The value with today's. */
  text: string;
  value: number;
  range: [min: number, max: number, step: number];
  onChange: (value: number) => void;
}

const Measure = ({ label, text, value, range: [min, max, step], onChange }: MeasureProps) => {
  const translate = useTranslate();
  const id = useId();
  return (
    <Box>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
        <Typography id={id} variant="body2">
          {translate(label)}
        </Typography>
        <Typography variant="body2" sx={{ fontWeight: 700, textAlign: 'right' }}>
          {text}
        </Typography>
      </Box>
      {/* The thumb stays within the card at both ends. */}
      <Box sx={{ px: 1.25 }}>
        <Slider
          aria-labelledby={id}
          getAriaValueText={() => text}
          {...{ value, min, max, step, marks: true }}
          onChange={(_event, chosen) => onChange(chosen as number)}
        />
      </Box>
    </Box>
  );
};
