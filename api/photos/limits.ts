/** Bounds of one photo and of one report. */
export const MAX_PHOTOS = 3;
export const MAX_BYTES = 10 * 1024 * 1024;
export const MAX_PIXELS = 50_000_000;
/** Longer than any camera's picture: thin stripes cost far more than their pixels. */
export const MAX_SIDE = 20_000;
/** What is kept: the longer side, in pixels. */
export const KEPT_SIDE = 2048;
export const THUMBNAIL_SIDE = 640;
