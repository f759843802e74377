/** A validator of react-admin: an instant, if any is given, that is still to come. */
export const inFuture = (value: unknown) =>
  value && new Date(value as string).getTime() <= Date.now() ? 'app.error.past' : undefined;
