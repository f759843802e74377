export const deliveryStatuses = ['waiting', 'sending', 'sent', 'failed'] as const;

export interface DeliveryRow {
  id: string;
  subscriberId: string;
  subscriber: string;
  event: string;
  caseId: string;
  caseNumber: string;
  status: (typeof deliveryStatuses)[number];
  tries: number;
  nextAt: string;
  lastStatus: number | null;
  lastError: string | null;
  createdAt: string;
  sentAt: string | null;
}

export interface DeliveryDetail extends DeliveryRow {
  log: { at: string; status: number | null; error: string | null; milliseconds: number }[];
}
