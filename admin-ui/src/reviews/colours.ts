import type { ReviewStatus } from '../vocabulary';

/** What waits for somebody stands out. */
export const reviewColours: Record<ReviewStatus, 'warning' | 'default' | 'success'> = {
  open: 'warning',
  due: 'warning',
  following: 'default',
  closed: 'success',
};
