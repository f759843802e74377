import type { Locale, MessageStatus } from '../vocabulary';
import type { Recipient } from './recipient';

export interface MessageRow extends Recipient {
  id: string;
  caseId: string | null;
  caseNumber: string | null;
  reportId: string | null;
  event: string;
  locale: Locale;
  status: MessageStatus;
  subject: string | null;
  tries: number;
  lastError: string | null;
  createdAt: string;
  sentAt: string | null;
}

/** With what the recipient reads; null until it has been rendered. */
export interface MessageDetail extends MessageRow {
  html: string | null;
  text: string | null;
}
