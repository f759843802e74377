import { Link as MuiLink, Typography } from '@mui/material';
import { useCanAccess, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { PlainList } from '../../form/PlainList';
import { Section } from '../../form/Section';
import { sayRecipient } from '../../messages/recipient';
import { When } from '../../time/When';
import type { CaseDetail, CaseMessage } from '../types';

const One = ({ message, readable }: { message: CaseMessage; readable: boolean }) => {
  const translate = useTranslate();
  const event = translate(`messageEvent.${message.event}`, { _: message.event });
  const failed = message.status === 'failed';
  return (
    <>
      <Typography>
        {readable ? (
          <MuiLink component={Link} to={`/messages/${message.id}/show`}>
            {event}
          </MuiLink>
        ) : (
          event
        )}
      </Typography>
      <Typography variant="body2" sx={{ color: failed ? 'error.main' : 'text.secondary' }}>
        {sayRecipient(message, translate)} · {translate(`words.messageStatus.${message.status}`)} ·{' '}
        <When at={message.sentAt ?? message.createdAt} />
      </Typography>
    </>
  );
};

/** Who was told what. */
export const CaseMessages = ({ row }: { row: CaseDetail }) => {
  const { canAccess = false } = useCanAccess({ resource: 'messages', action: 'show' });
  if (row.messages.length === 0) return null;
  return (
    <Section title="casePage.sections.messages">
      <PlainList>
        {row.messages.map((message) => (
          <li key={message.id}>
            <One message={message} readable={canAccess} />
          </li>
        ))}
      </PlainList>
    </Section>
  );
};
