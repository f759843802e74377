import { DateTimeInput, type DateTimeInputProps } from 'react-admin';

/** A day and an hour of this place; the form holds it as ISO 8601 in UTC, as the API takes it. */
export const InstantInput = (props: DateTimeInputProps) => (
  <DateTimeInput parse={(value: string) => (value ? new Date(value).toISOString() : null)} {...props} />
);
