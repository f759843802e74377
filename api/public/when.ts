import { DateTime } from 'luxon';
import type { Locale } from '../../domain/vocabulary';

const formats: Record<Locale, string> = {
  it: "cccc d LLLL yyyy, 'ore' HH:mm",
  en: "cccc d LLLL yyyy, 'at' HH:mm",
};

/** An instant as people read it, in the municipality's time. */
export const whenIn = (locale: Locale, zone: string) => (at: Date) =>
  DateTime.fromJSDate(at, { zone }).setLocale(locale).toFormat(formats[locale]);

/** The day of an instant as people read it, in the municipality's time. */
export const dayIn = (locale: Locale, zone: string) => (at: Date) =>
  DateTime.fromJSDate(at, { zone }).setLocale(locale).toFormat('d LLLL yyyy');
