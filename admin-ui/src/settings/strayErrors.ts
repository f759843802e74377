import type { FieldErrors } from 'react-hook-form';

/** The server's refusals that no input carries; the form knows its inputs by their `ref`. */
export const strayErrors = (errors: FieldErrors): { name: string; message: string }[] =>
  Object.entries(errors).flatMap(([name, error]) =>
    error?.type === 'server' && !('ref' in error && error.ref)
      ? [{ name, message: String(error.message) }]
      : [],
  );
