import { Accordion, AccordionDetails, AccordionSummary, Box, Button, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Section } from '../form/Section';
import { When } from '../time/When';
import type { TemplateDetail } from './types';

/** What the words were, the newest first; any version can be taken back into the editor. */
export const Versions = ({
  template: { versions, builtIn },
  onTake,
}: {
  template: TemplateDetail;
  onTake: (source: string) => void;
}) => {
  const translate = useTranslate();
  const shipped = { version: 0, source: builtIn, madeAt: null, madeBy: null };
  return (
    <Section title="template.history">
      {[...versions, shipped].map(({ version, source, madeAt, madeBy }) => (
        <Accordion
          key={version}
          variant="outlined"
          disableGutters
          slotProps={{ transition: { unmountOnExit: true } }}
        >
          <AccordionSummary>
            <Typography>
              {version === 0 ? translate('template.shipped') : translate('template.version', { version })}
              {madeAt && (
                <Typography component="span" color="textSecondary">
                  {' '}
                  · <When at={madeAt} /> {madeBy && `· ${madeBy}`}
                </Typography>
              )}
              {version > 0 && source === null && ` · ${translate('template.backToBuiltIn')}`}
            </Typography>
          </AccordionSummary>
          <AccordionDetails>
            <Box component="pre" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', m: 0 }}>
              {source ?? builtIn}
            </Box>
            <Button sx={{ mt: 1 }} onClick={() => onTake(source ?? builtIn)}>
              {translate('template.take')}
            </Button>
          </AccordionDetails>
        </Accordion>
      ))}
    </Section>
  );
};
