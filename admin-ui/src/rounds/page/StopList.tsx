import { Accessibility } from '@dnd-kit/dom';
import { DragDropProvider } from '@dnd-kit/react';
import { isSortable } from '@dnd-kit/react/sortable';
import { Box, Typography } from '@mui/material';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { setStops } from '../api';
import { moved, stillToDo } from '../order';
import type { RoundStop } from '../types';
import type { OpenRound } from './RoundPage';
import { StopRow } from './StopRow';

interface Props {
  round: OpenRound;
  chosen: string | null;
  onChoose: (id: string) => void;
}

/**
 * The stops in their order. Who plans drags them, by mouse, finger or keyboard; what is over stays where it is. Until
 * the server has answered the list shows the order that was asked for.
 */
export const StopList = ({ round, chosen, onChoose }: Props) => {
  const translate = useTranslate();
  const { row, busy } = round;
  const [stops, setShown] = useState(row.stops);
  useEffect(() => setShown(row.stops), [row.stops]);
  const changes = useChanges(round, setShown);
  const open = stillToDo({ stops });
  const fixed = stops.length - open.length;
  const movable = row.mayPlan && row.status !== 'over';
  if (stops.length === 0)
    return <Typography>{translate(row.plannedAt ? 'rounds.nothingFits' : 'rounds.notPlanned')}</Typography>;
  const line = (stop: RoundStop, at: number) => (
    <StopRow
      key={stop.caseId}
      stop={stop}
      at={at}
      movable={movable && stop.status === 'planned'}
      busy={busy}
      draft={row.status === 'draft'}
      chosen={stop.caseId === chosen}
      onChoose={() => onChoose(stop.caseId)}
      onLock={() => changes.lock(stops, stop.caseId)}
      onRemove={() => changes.remove(stops, stop.caseId)}
    />
  );
  return (
    <DragDropProvider
      plugins={(defaults) => [
        ...defaults,
        Accessibility.configure({
          screenReaderInstructions: { draggable: translate('rounds.dragHelp') },
          announcements: {
            dragstart: () => translate('rounds.dragBegun'),
            dragend: ({ canceled }: { canceled: boolean }) =>
              translate(canceled ? 'rounds.dragCancelled' : 'rounds.dragDone'),
          },
        }),
      ]}
      onDragEnd={({ canceled, operation: { source } }) => {
        if (canceled || !isSortable(source) || source.initialIndex === source.index) return;
        changes.order([
          ...stops.slice(0, fixed),
          ...moved(open, source.initialIndex - fixed, source.index - fixed),
        ]);
      }}
    >
      <Box component="ol" sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 1 }}>
        {stops.map(line)}
      </Box>
    </DragDropProvider>
  );
};

/** A draft's stops are written whole; a round under way is told the order of what is still to do. */
function useChanges({ row, run, say }: OpenRound, show: (stops: RoundStop[]) => void) {
  const change = async (stops: RoundStop[]) => {
    show(stops);
    const wanted = stops.map(({ caseId, locked }) => ({ caseId, locked }));
    const order = stillToDo({ stops }).map(({ caseId }) => caseId);
    const done = await run(() =>
      row.status === 'draft' ? setStops(row.id, wanted) : say({ name: 'reorder', order }),
    );
    if (!done) show(row.stops);
  };
  return {
    order: change,
    lock: (stops: RoundStop[], id: string) =>
      change(stops.map((stop) => (stop.caseId === id ? { ...stop, locked: !stop.locked } : stop))),
    remove: (stops: RoundStop[], id: string) => change(stops.filter(({ caseId }) => caseId !== id)),
  };
}
