import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Words } from '../../form/Words';
import { useNames } from '../../meta/useMeta';
import { When } from '../../time/When';
import { Thumbnail } from '../Thumbnail';
import type { CaseRow } from '../types';
import { statusWords } from '../wording';

/** What tells one problem from another. */
export interface SideCase extends Pick<CaseRow, 'number' | 'categoryId' | 'status' | 'kind' | 'openedAt'> {
  address: string | null;
  members: number;
  words: string | null;
  photos: string[];
}

/** One of two cases that are looked at beside each other. */
export const Side = ({ title, of }: { title: string; of: SideCase }) => {
  const translate = useTranslate();
  const names = useNames();
  return (
    <Box component="section" aria-label={title} sx={{ minWidth: 0 }}>
      <Typography variant="overline">{title}</Typography>
      <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
        {of.number} · {of.address ?? translate('casePage.noPlace')}
      </Typography>
      <Typography variant="body2" color="textSecondary" gutterBottom>
        {names.category(of.categoryId)} · {translate(statusWords(of))} · <When at={of.openedAt} /> ·{' '}
        {translate('casePage.members', of.members)}
      </Typography>
      <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
        {of.photos.length === 0 && <Thumbnail id={null} size={140} />}
        {of.photos.slice(0, 3).map((id) => (
          <a key={id} href={`/photos/${id}`} target="_blank" rel="noreferrer">
            <Thumbnail id={id} size={140} />
          </a>
        ))}
      </Box>
      <Words words={of.words} erased={false} />
    </Box>
  );
};
