/** The text of a base64 payload. */
export const unpacked = (data: string): string =>
  new TextDecoder().decode(Uint8Array.from(atob(data), (char) => char.charCodeAt(0)));

const isPayload = (value: object): value is { data: string } =>
  'metadata' in value && 'data' in value && typeof value.data === 'string';

/** A history with its payloads in the clear; what is no JSON stays as it was. */
export function decoded(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decoded);
  if (typeof value !== 'object' || value === null) return value;
  if (isPayload(value)) {
    try {
      return JSON.parse(unpacked(value.data));
    } catch {
      return value;
    }
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, decoded(inner)]));
}
