import { Alert, Button, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocale, usePermissions, useTranslate } from 'react-admin';
import { FormDialog } from '../../form/FormDialog';
import { PlainList } from '../../form/PlainList';
import { Section } from '../../form/Section';
import { sayInstant } from '../../time/instant';
import { acknowledgeForward } from '../api';
import type { CaseDetail, Forward } from '../types';

const Attempt = ({ forward, onAcknowledge }: { forward: Forward; onAcknowledge?: () => void }) => {
  const translate = useTranslate();
  const locale = useLocale();
  const said = (key: string, at: string | null) =>
    at ? ` · ${translate(`casePage.${key}`, { when: sayInstant(at, locale) })}` : '';
  return (
    <>
      <Typography sx={{ fontWeight: 600 }}>{forward.agencyName}</Typography>
      <Typography variant="body2" color="textSecondary">
        {translate(`words.forwardType.${forward.msgType}`)}
        {said('sent', forward.sentAt)}
        {!forward.deliveredAt && ` · ${translate('casePage.notDelivered')}`}
        {forward.acknowledgedAt
          ? said('acknowledged', forward.acknowledgedAt)
          : forward.msgType === 'Alert' && said('answerBy', forward.ackBy)}
      </Typography>
      {onAcknowledge && (
        <Button size="small" onClick={onAcknowledge}>
          {translate('casePage.acknowledge')}
        </Button>
      )}
    </>
  );
};

/** Who was called in an emergency, and who answered. Recalling is one of the case's commands. */
export const CaseForwards = ({ row }: { row: CaseDetail }) => {
  const translate = useTranslate();
  const client = useQueryClient();
  const { permissions = [] } = usePermissions<string[]>();
  const [asked, setAsked] = useState<Forward | null>(null);
  if (row.forward === 'none' && row.forwards.length === 0) return null;
  const may = row.forward === 'running' && permissions.includes('command.recall');
  return (
    <Section title="casePage.sections.forwards">
      <Alert severity={row.forward === 'running' ? 'error' : 'info'} sx={{ mb: 1 }}>
        {translate(`words.forward.${row.forward}`)}
      </Alert>
      <PlainList>
        {row.forwards.map((forward) => (
          <li key={forward.id}>
            <Attempt
              forward={forward}
              onAcknowledge={
                may && forward.msgType === 'Alert' && !forward.acknowledgedAt
                  ? () => setAsked(forward)
                  : undefined
              }
            />
          </li>
        ))}
      </PlainList>
      {asked && (
        <FormDialog
          title={`${translate('casePage.acknowledge')}: ${asked.agencyName}`}
          intro={translate('casePage.acknowledgeIntro')}
          submitLabel={translate('ra.action.confirm')}
          onClose={() => setAsked(null)}
          onSubmit={async () => {
            await acknowledgeForward(row.id, asked.agencyId);
            client.invalidateQueries({ queryKey: ['cases'] });
          }}
        />
      )}
    </Section>
  );
};
