import { Typography } from '@mui/material';
import { usePermissions, useTranslate } from 'react-admin';
import { PlainList } from '../../form/PlainList';
import { RowLink } from '../../form/RowLink';
import { Section } from '../../form/Section';
import { When } from '../../time/When';
import type { CaseDetail } from '../types';
import { clockWords } from '../wording';

export const CaseEscalations = ({ row }: { row: CaseDetail }) => {
  const translate = useTranslate();
  const { permissions = [] } = usePermissions<string[]>();
  if (row.escalations.length === 0) return null;
  return (
    <Section title="casePage.sections.escalations">
      <PlainList>
        {row.escalations.map((one) => (
          <li key={one.id}>
            <Typography sx={{ fontWeight: 600 }}>{translate(`words.stage.${one.stage}`)}</Typography>
            <Typography variant="body2" color="textSecondary">
              {translate(clockWords(one.clock, row))} · <When at={one.firedAt} />
              {one.cause === 'policy-change' && ` · ${translate('words.cause.policy-change')}`}
              {one.seenAt && ` · ${translate('timeline.escalation-seen')}`}
            </Typography>
            {/* Every breach has its review, by its own id. */}
            {one.stage === 'breach' && permissions.includes('review.read') && (
              <RowLink to={`/reviews/${one.id}/show`}>{translate('reviews.open')}</RowLink>
            )}
          </li>
        ))}
      </PlainList>
    </Section>
  );
};
