import { type PriorityPart, priorityParts } from '../vocabulary';

type Translate = (key: string, options?: Record<string, unknown>) => string;

interface Standing {
  band: string;
  score: number;
  points?: Partial<Record<PriorityPart, number>>;
}

const signed = (points: number) => (points > 0 ? `+${points}` : `−${-points}`);

/** What the log says of a changed priority: from what to what, and which parts made it so. */
export function changeWords(data: Record<string, unknown>, translate: Translate) {
  const { from, to } = data as { from?: Standing; to?: Standing };
  const standing = (one?: Standing) => (one ? `${one.band} (${one.score})` : '–');
  const parts = priorityParts.flatMap((part) => {
    const points = (to?.points?.[part] ?? 0) - (from?.points?.[part] ?? 0);
    return points === 0 ? [] : [`${translate(`priority.parts.${part}`).toLowerCase()} ${signed(points)}`];
  });
  return {
    was: standing(from),
    now: standing(to),
    changes: parts.length > 0 ? `: ${parts.join(', ')}` : '',
  };
}
