import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';

/** What the citizens photographed; a tap shows it whole. */
export const StopPhotos = ({ photos }: { photos: string[] }) => {
  const translate = useTranslate();
  if (photos.length === 0) return null;
  return (
    <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: 'repeat(auto-fill, minmax(110px, 1fr))' }}>
      {photos.map((id, index) => (
        <a key={id} href={`/photos/${id}`} target="_blank" rel="noreferrer">
          <Box
            component="img"
            src={`/photos/${id}?size=small`}
            alt={translate('rounds.photo', { number: index + 1 })}
            sx={{
              width: '100%',
              aspectRatio: '4 / 3',
              objectFit: 'cover',
              borderRadius: 1,
              display: 'block',
            }}
          />
        </a>
      ))}
    </Box>
  );
};
