import { useLocale, useTranslate } from 'react-admin';
import { useNames } from '../meta/useMeta';
import { sayInstant } from '../time/instant';
import { exactSpan } from '../time/span';

/** Fields whose codes have words, in one of these groups. */
const words: Record<string, string[]> = {
  role: ['role'],
  urgency: ['urgency'],
  locale: ['locale'],
  mode: ['timeMode'],
  onReport: ['onReport'],
  kind: ['ownerKind', 'exposureKind'],
  groupCode: ['group'],
  skill: ['skill'],
  skills: ['skill'],
};
/** What the parts of opening hours and deadlines are called in their forms. */
const parts: Record<string, string> = {
  minutes: 'settings.within',
  mode: 'settings.mode',
  remindBefore: 'settings.remindBefore',
  grace: 'settings.grace',
  maxPauseMinutes: 'settings.maxPause',
  timezone: 'settings.timezone',
  opening: 'settings.opening',
  holidays: 'settings.holidays',
  extraHolidays: 'settings.extraHolidays',
  position: 'settings.position',
  active: 'app.active',
};
const durations = ['minutes', 'serviceMinutes', 'remindBefore', 'grace', 'maxPauseMinutes'];
/** Opening hours of a day: pairs of times. */
const isSpans = (given: unknown): given is [string, string][] =>
  Array.isArray(given) && given.length > 0 && given.every((span) => Array.isArray(span) && span.length === 2);
const instant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** How the log of the settings names fields and says values. */
export function useSpeech() {
  const translate = useTranslate();
  const locale = useLocale();
  const names = useNames();

  const label = (resource: string, [field = '', ...inside]: string[]): string => {
    const known = (code: string) => (field === 'shift' ? `settings.shift.${code}` : parts[code]);
    const part = (code: string) =>
      translate(known(code) ?? `words.clock.${code}`, { _: translate(`words.day.${code}`, { _: code }) });
    const own = translate(`resources.${resource}.fields.${field}`, { _: part(field) });
    // The wrapper around a policy's or a calendar's parts has no name that anybody knows.
    const rest = inside.filter((code) => code !== 'targets').map(part);
    return [...(['targets', 'rules'].includes(field) ? [] : [own]), ...rest].join(', ');
  };

  const value = (field: string, given: unknown): string => {
    if (given === null || given === undefined || given === '') return '–';
    if (Array.isArray(given) && given.every((one) => typeof one === 'string'))
      return given.map((one) => value(field, one)).join(', ') || '–';
    if (typeof given === 'boolean') return translate(given ? 'app.yes' : 'app.no');
    if (typeof given === 'number' && durations.includes(field)) return exactSpan(given, locale);
    if (isSpans(given)) return given.map((span) => span.join('–')).join(', ');
    if (typeof given !== 'string') return JSON.stringify(given);
    if (field === 'departmentId') return names.department(given);
    if (field === 'categoryId') return names.category(given);
    if (field === 'agencyIds') return names.agency(given);
    if (instant.test(given)) return sayInstant(given, locale);
    return (words[field] ?? []).reduceRight(
      (other, group) => translate(`words.${group}.${given}`, { _: other }),
      given,
    );
  };
  return { label, value };
}
