import { Alert, Box, Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Choice } from '../form/Choice';
import { Section } from '../form/Section';
import { CategoryChips } from './CategoryChips';
import { CrewInputs } from './CrewInputs';
import { asToday, isAsToday, writeScenario } from './question';
import { type Figures, rules, type Scenario } from './types';

interface Props {
  asked: Scenario;
  measured: Figures;
  busy: boolean;
  onAsk: (wanted: Scenario) => void;
}

const same = (one: Scenario, other: Scenario) =>
  JSON.stringify(writeScenario(one)) === JSON.stringify(writeScenario(other));

/** What would be otherwise; everything begins as it is today. */
export const QuestionForm = ({ asked, measured: { crews, categories }, busy, onAsk }: Props) => {
  const translate = useTranslate();
  const [wanted, setWanted] = useState(asked);
  const [before, setBefore] = useState(asked);
  // The address has changed by another way than by this form.
  if (!same(before, asked)) {
    setBefore(asked);
    setWanted(asked);
  }
  const change = (part: Partial<Scenario>) => setWanted({ ...wanted, ...part });
  return (
    <Section title="whatIf.question">
      <Box
        component="form"
        onSubmit={(event) => {
          event.preventDefault();
          onAsk(wanted);
        }}
        sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '1fr 1fr' } }}
      >
        {crews ? (
          <CrewInputs crews={crews} wanted={wanted} change={change} />
        ) : (
          <Alert severity="info" sx={{ gridColumn: '1 / -1' }}>
            {translate('whatIf.noCrews')}
          </Alert>
        )}
        {categories.length > 0 && (
          <CategoryChips
            categories={categories}
            without={wanted.without}
            onChange={(without) => change({ without })}
          />
        )}
        {crews && (
          <Box>
            <Choice
              label={translate('whatIf.rule')}
              value={wanted.rule}
              choices={rules.map((id) => ({ id, name: translate(`whatIf.rules.${id}`) }))}
              onChange={(rule) => change({ rule })}
            />
          </Box>
        )}
        <Box sx={{ gridColumn: '1 / -1', display: 'flex', gap: 1 }}>
          <Button type="submit" variant="contained" disabled={busy || same(wanted, asked)}>
            {translate('whatIf.ask')}
          </Button>
          {!isAsToday(wanted) && (
            <Button disabled={busy} onClick={() => onAsk(asToday)}>
              {translate('whatIf.back')}
            </Button>
          )}
        </Box>
      </Box>
    </Section>
  );
};
