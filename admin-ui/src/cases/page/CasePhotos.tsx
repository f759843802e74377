import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Section } from '../../form/Section';
import { When } from '../../time/When';
import type { CaseDetail } from '../types';

/** Every picture of the case, from the report to the repair; a click shows it whole. */
export const CasePhotos = ({ row }: { row: CaseDetail }) => {
  const translate = useTranslate();
  if (row.photos.length === 0) return null;
  return (
    <Section title="casePage.sections.photos">
      <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))' }}>
        {row.photos.map(({ id, purpose, createdAt }) => {
          const what = translate(`words.photoPurpose.${purpose}`);
          return (
            <Box component="figure" key={id} sx={{ m: 0 }}>
              <a href={`/photos/${id}`} target="_blank" rel="noreferrer">
                <Box
                  component="img"
                  src={`/photos/${id}?size=small`}
                  alt={translate('casePage.photoAlt', { purpose: what })}
                  loading="lazy"
                  sx={{
                    width: '100%',
                    aspectRatio: '4 / 3',
                    objectFit: 'cover',
                    borderRadius: 1,
                    bgcolor: '#e3e9ef',
                    display: 'block',
                  }}
                />
              </a>
              <Typography component="figcaption" variant="caption" color="textSecondary">
                {what}, <When at={createdAt} />
              </Typography>
            </Box>
          );
        })}
      </Box>
    </Section>
  );
};
