type Translate = (key: string, options?: Record<string, unknown>) => string;

export interface Recipient {
  recipientKind: string;
  /** Null for citizens, whose name nobody knows, and for who is no longer there. */
  recipientName: string | null;
  reportNumber: string | null;
}

/** Who gets a message: a citizen by the report, everybody else by kind and name. */
export function sayRecipient(
  { recipientKind, recipientName, reportNumber }: Recipient,
  translate: Translate,
) {
  if (recipientKind === 'person' && reportNumber)
    return translate('messagePage.reporter', { number: reportNumber });
  const kind = translate(`words.recipient.${recipientKind}`);
  return recipientName ? `${kind}: ${recipientName}` : kind;
}
