import type { Priority } from '../cases/types';
import { clockWords } from '../cases/wording';
import { span } from '../time/span';
import { type Emergency, type PriorityPart, priorityParts, type ReportKind } from '../vocabulary';

type Translate = (key: string, options?: Record<string, unknown>) => string;

export interface Explained {
  part: PriorityPart;
  points: number;
  sentence: string;
}

interface About {
  priorityParts: Priority;
  emergency: Emergency;
  kind: ReportKind;
}

interface Speech {
  translate: Translate;
  locale: string;
  now: number;
}

/** Each part of a priority with its points and one plain sentence; an emergency only where there is one. */
export function explain(
  { priorityParts: { points, reasons }, emergency, kind }: About,
  speech: Speech,
): Explained[] {
  const sentences = sentencesOf(reasons, emergency, kind, speech);
  return priorityParts
    .filter((part) => part !== 'emergency' || emergency !== 'none')
    .map((part) => ({ part, points: points[part], sentence: sentences[part]() }));
}

function sentencesOf(
  { danger, people, place, deadline, days }: Priority['reasons'],
  emergency: Emergency,
  kind: ReportKind,
  { translate, locale, now }: Speech,
): Record<PriorityPart, () => string> {
  const say = (key: string, options?: Record<string, unknown>) => translate(`priority.${key}`, options);
  return {
    emergency: () => say('emergency', { what: translate(`words.emergency.${emergency}`) }),
    danger: () => say(`danger.${danger.by}`, { level: translate(`words.dangerShort.${danger.level}`) }),
    people: () =>
      [
        say('people.counted', { smart_count: people.counted }),
        ...(people.confirmed > 0 ? [say('people.confirmed', { smart_count: people.confirmed })] : []),
        ...(people.held > 0 ? [say('people.held', { smart_count: people.held })] : []),
      ].join(', '),
    place: () => {
      if (!place) return say('place.none');
      const what = { kind: translate(`words.exposureKind.${place.kind}`), name: place.name };
      return place.metres < 1
        ? say('place.here', what)
        : say('place.near', { ...what, metres: place.metres });
    },
    deadline: () => {
      if (!deadline) return say('deadline.none');
      const left = deadline.dueAt - now;
      const clock = translate(clockWords(deadline.clock, { kind }));
      return say(left < 0 ? 'deadline.late' : 'deadline.in', { clock, time: span(left, locale) });
    },
    age: () => (days < 1 ? say('age.none') : say('age.days', { smart_count: days })),
  };
}
