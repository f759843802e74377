import { Box, Button, Card, CardContent, LinearProgress, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { Finding, Measures } from './types';

const MOST_BEYOND = 4;

/** Hours that the crews would need more for a load of four fifths, as a share of what they have. */
const moreHours = ({ load }: Measures) => (load === null ? 0 : Math.max(0, load / 0.8 - 1));

interface Props {
  finding: Finding;
  measures: Measures;
  /** Where one sees what a crew more would change. */
  moreCrews: string;
}

/** One possible cause: whether it holds, how sure that is, by which signs, and what would change it. */
export const FindingCard = ({ finding, measures, moreCrews }: Props) => {
  const translate = useTranslate();
  const { cause, holds, confidence, evidence } = finding;
  const percent = (share: number) => Math.round(share * 100);
  const [strongest] = evidence;
  return (
    <Card variant="outlined" sx={holds ? { borderColor: 'warning.main', borderWidth: 2 } : undefined}>
      <CardContent>
        <Typography component="h3" variant="subtitle1" sx={{ fontWeight: 700 }}>
          {translate(`diagnosis.cause.${cause}`)}
        </Typography>
        <Typography sx={{ mb: 1 }}>
          {translate(holds ? 'diagnosis.holds' : 'diagnosis.holdsNot', { percent: percent(confidence) })}
        </Typography>
        {evidence.map(({ name, beyond }) => (
          <Box key={name} sx={{ mb: 1 }}>
            <Typography variant="body2">{translate(`diagnosis.sign.${name}`)}</Typography>
            <LinearProgress
              variant="determinate"
              color={holds ? 'warning' : 'primary'}
              value={(beyond / MOST_BEYOND) * 100}
              aria-label={translate(`diagnosis.sign.${name}`)}
            />
          </Box>
        ))}
        {evidence.length === 0 && (
          <Typography variant="body2" color="textSecondary">
            {translate('diagnosis.noSign')}
          </Typography>
        )}
        {holds && strongest && (
          <Typography variant="body2" sx={{ mt: 1.5 }}>
            {translate(`diagnosis.change.${strongest.name}`, { percent: percent(moreHours(measures)) })}
          </Typography>
        )}
        {holds && cause === 'understaffed' && (
          <Button component={Link} to={moreCrews} variant="outlined" sx={{ mt: 1.5 }}>
            {translate('whatIf.link')}
          </Button>
        )}
      </CardContent>
    </Card>
  );
};
