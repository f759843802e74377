import { useSortable } from '@dnd-kit/react/sortable';
import RemoveIcon from '@mui/icons-material/Close';
import DragIcon from '@mui/icons-material/DragIndicator';
import LockIcon from '@mui/icons-material/Lock';
import OpenIcon from '@mui/icons-material/LockOpenOutlined';
import { Box, Card, Chip, IconButton, Stack, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import { sayHour } from '../../time/hours';
import { StopChip } from '../RoundChip';
import type { RoundStop } from '../types';
import { PlaceLine } from './PlaceLine';

interface Props {
  stop: RoundStop;
  /** Its place in the round, from 0. */
  at: number;
  movable: boolean;
  /** What was asked for last is not done yet. */
  busy: boolean;
  draft: boolean;
  chosen: boolean;
  onChoose: () => void;
  onLock: () => void;
  onRemove: () => void;
}

/** When it was, or when it is expected to be. */
export const StopTimes = ({ stop }: { stop: RoundStop }) => {
  const translate = useTranslate();
  const locale = useLocale();
  const hour = (at: string) => sayHour(at, locale);
  const { status, arriveAt, leaveAt, arrivedAt, leftAt } = stop;
  if (status === 'planned')
    return arriveAt && leaveAt
      ? translate('rounds.expected', { from: hour(arriveAt), to: hour(leaveAt) })
      : '';
  if (arrivedAt)
    return translate(leftAt ? 'rounds.wasThere' : 'rounds.since', {
      from: hour(arrivedAt),
      to: leftAt ? hour(leftAt) : '',
    });
  return leftAt ? hour(leftAt) : '';
};

/** Why it was not done, and what the case has refused. */
export const StopEnd = ({ stop: { reason, refused, words, photoId } }: { stop: RoundStop }) => {
  const translate = useTranslate();
  return (
    <>
      {reason && <Typography variant="body2">{translate(`words.unassignReason.${reason}`)}</Typography>}
      {refused && (
        <Typography variant="body2" color="error">
          {translate('rounds.refused', { why: translate(`rounds.refusedWhy.${refused}`, { _: '' }) })}
        </Typography>
      )}
      {words && (
        <Typography variant="body2" sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
          «{words}»
        </Typography>
      )}
      {photoId && (
        <a href={`/photos/${photoId}`} target="_blank" rel="noreferrer">
          <Box
            component="img"
            src={`/photos/${photoId}?size=small`}
            alt={translate('rounds.photoOnSite')}
            sx={{ display: 'block', maxHeight: 90, borderRadius: 1, mt: 0.5 }}
          />
        </a>
      )}
    </>
  );
};

export const StopRow = ({ stop, at, movable, busy, draft, chosen, onChoose, onLock, onRemove }: Props) => {
  const translate = useTranslate();
  const { ref, handleRef, isDragging } = useSortable({
    id: stop.caseId,
    index: at,
    disabled: !movable || busy,
  });
  const over = stop.status !== 'planned' && stop.status !== 'arrived';
  return (
    <Card
      component="li"
      variant="outlined"
      ref={ref}
      onClick={onChoose}
      sx={{
        display: 'flex',
        alignItems: 'flex-start',
        gap: 1,
        p: 1,
        opacity: isDragging ? 0.6 : over ? 0.75 : 1,
        borderColor: chosen ? 'primary.main' : undefined,
        boxShadow: chosen ? 2 : 0,
      }}
    >
      <Box sx={{ textAlign: 'center', minWidth: 34 }}>
        <Typography sx={{ fontWeight: 700 }}>{at + 1}.</Typography>
        {movable && (
          <IconButton
            ref={handleRef}
            size="small"
            aria-label={translate('rounds.move', { number: stop.case.number })}
            sx={{ cursor: 'grab', touchAction: 'none' }}
          >
            <DragIcon />
          </IconButton>
        )}
      </Box>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
          <Typography variant="body2" sx={{ fontWeight: 600 }}>
            <StopTimes stop={stop} />
          </Typography>
          <StopChip status={stop.status} />
          {stop.inserted && <Chip size="small" variant="outlined" label={translate('rounds.inserted')} />}
        </Stack>
        <PlaceLine place={stop.case} task={stop.task} />
        <StopEnd stop={stop} />
      </Box>
      {movable && draft && (
        <Box sx={{ display: 'flex', flexDirection: { xs: 'column', sm: 'row' } }}>
          <IconButton
            size="small"
            aria-pressed={stop.locked}
            color={stop.locked ? 'primary' : 'default'}
            aria-label={translate(stop.locked ? 'rounds.unlock' : 'rounds.lock', {
              number: stop.case.number,
            })}
            title={translate(stop.locked ? 'rounds.unlockHelp' : 'rounds.lockHelp')}
            disabled={busy}
            onClick={onLock}
          >
            {stop.locked ? <LockIcon /> : <OpenIcon />}
          </IconButton>
          <IconButton
            size="small"
            aria-label={translate('rounds.remove', { number: stop.case.number })}
            title={translate('rounds.removeHelp')}
            disabled={busy}
            onClick={onRemove}
          >
            <RemoveIcon />
          </IconButton>
        </Box>
      )}
    </Card>
  );
};
