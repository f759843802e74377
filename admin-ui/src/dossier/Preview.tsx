import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { Choice } from '../form/Choice';
import { Section } from '../form/Section';
import { apiBase } from '../http/request';
import { CardTable } from '../quality/CardTable';
import { type FigureName, figureNames } from '../quality/types';
import { CaseTable } from './CaseTable';
import { SignButton } from './SignButton';
import { cardOf, queryOf } from './selection';
import { countNames, type Dossier, type Selection } from './types';

/** What the dossier will say: how much there is, the figures, and the first of the cases. */
export const Preview = ({ dossier: { data, hash }, asked }: { dossier: Dossier; asked: Selection }) => {
  const translate = useTranslate();
  const [figure, setFigure] = useState<FigureName>('holds365');
  const { fewestRepairs: repairs, fewestRated: rated } = data.method;
  const scorecards = { fewest: { repairs, rated }, cards: data.suppliers.map(cardOf) };
  if (data.counts.repairs === 0) return <Typography sx={{ mb: 3 }}>{translate('dossier.empty')}</Typography>;
  return (
    <Box sx={{ display: 'grid', gap: 2, mb: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Box component="dl" sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, m: 0 }}>
        {countNames.map((name) => (
          <Box key={name}>
            <Typography component="dt" variant="body2" color="textSecondary">
              {translate(`dossier.counts.${name}`)}
            </Typography>
            <Typography component="dd" variant="h6" sx={{ m: 0 }}>
              {data.counts[name]}
            </Typography>
          </Box>
        ))}
      </Box>
      <Typography variant="body2" component="div">
        {translate('dossier.hash')}
        <Box component="code" sx={{ display: 'block', overflowWrap: 'anywhere' }}>
          {hash}
        </Box>
      </Typography>
      <Downloads asked={asked} />
      <SignButton asked={asked} hash={hash} />
      <Section title="dossier.figures">
        <Choice
          label={translate('quality.by')}
          value={figure}
          choices={figureNames.map((id) => ({ id, name: translate(`quality.figure.${id}`) }))}
          onChange={setFigure}
        />
        <Typography variant="body2" color="textSecondary" sx={{ my: 1 }}>
          {translate(`quality.about.${figure}`)}
        </Typography>
        <CardTable scorecards={scorecards} figure={figure} />
      </Section>
      <Section title="dossier.cases">
        <CaseTable cases={data.cases} />
      </Section>
    </Box>
  );
};

/** The same as files. */
const Downloads = ({ asked }: { asked: Selection }) => {
  const translate = useTranslate();
  const query = queryOf(asked);
  const files = {
    pdf: `data.pdf?${query}&locale=${useLocale()}`,
    csvAbout: `data.csv?${query}&table=about`,
    csvFigures: `data.csv?${query}&table=figures`,
    csvCases: `data.csv?${query}&table=cases`,
  };
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      {Object.entries(files).map(([name, path]) => (
        <Button
          key={name}
          variant={name === 'pdf' ? 'contained' : 'outlined'}
          startIcon={<DownloadIcon />}
          href={`${apiBase}/dossiers/${path}`}
          download
        >
          {translate(`dossier.${name}`)}
        </Button>
      ))}
    </Box>
  );
};
