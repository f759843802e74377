import { bareView, fullView } from './templates/sample';
import type { MessageView } from './view';

/** A view for templates: everything known, or `bare`: only what is always there. */
export const testView = (change: Partial<MessageView>, options: { bare?: boolean } = {}): MessageView => ({
  ...(options.bare ? bareView : fullView)(change.locale ?? 'it'),
  ...change,
});
