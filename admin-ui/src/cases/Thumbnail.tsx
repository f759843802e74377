import NoPhotoIcon from '@mui/icons-material/ImageNotSupportedOutlined';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';

/** The first picture of a case, small; a quiet square where there is none. */
export const Thumbnail = ({ id, size = 56 }: { id: string | null; size?: number }) => {
  const translate = useTranslate();
  const frame = { width: size, height: size, borderRadius: 1, flexShrink: 0, display: 'block' };
  if (id)
    return (
      <Box
        component="img"
        src={`/photos/${id}?size=small`}
        alt=""
        loading="lazy"
        sx={{ ...frame, objectFit: 'cover', bgcolor: '#e3e9ef' }}
      />
    );
  return (
    <Box
      title={translate('casePage.noPhoto')}
      sx={{ ...frame, display: 'grid', placeItems: 'center', bgcolor: '#eef2f5', color: '#4a5763' }}
    >
      <NoPhotoIcon fontSize="small" />
    </Box>
  );
};
