import { Link as MuiLink, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Words } from '../form/Words';
import { sayDay, sayInstant } from '../time/instant';
import type { Claim } from './types';

/** Why it is the supplier's to do again, and what has been done about it. */
export const ClaimFacts = ({ claim }: { claim: Claim }) => {
  const translate = useTranslate();
  const locale = useLocale();
  const day = (text: string) => sayDay(text, locale);
  const { sentAt, endedAt, state } = claim;
  const ended =
    endedAt && (claim.endedByName ? 'endedBy' : state === 'withdrawn' ? 'endedItself' : 'answered');
  return (
    <>
      <Typography variant="body2">
        {translate('warranty.grounds', {
          ...{ repairedOn: day(claim.repairedOn), backOn: day(claim.backOn) },
          ...{ until: day(claim.warrantyUntil), smart_count: claim.daysLeft },
        })}
      </Typography>
      {claim.caseId !== claim.repairedCaseId && (
        <Typography variant="body2">
          {translate('warranty.repairedIn')}{' '}
          <MuiLink component={Link} to={`/cases/${claim.repairedCaseId}/show`}>
            {claim.repairedCaseNumber}
          </MuiLink>
        </Typography>
      )}
      {claim.contract && (
        <Typography variant="body2" color="textSecondary">
          {translate('warranty.contract', { contract: claim.contract })}
        </Typography>
      )}
      {!claim.sameCategory && <Typography variant="body2">{translate('warranty.otherCategory')}</Typography>}
      {sentAt && (
        <Typography variant="body2" color="textSecondary">
          {translate('warranty.sent', { name: claim.sentByName ?? '–', when: sayInstant(sentAt, locale) })}
        </Typography>
      )}
      {ended && (
        <Typography variant="body2" color="textSecondary">
          {translate(`warranty.${ended}`, { name: claim.endedByName, when: sayInstant(endedAt, locale) })}
        </Typography>
      )}
      {claim.reason && (
        <Typography variant="body2">{translate(`words.handoverRefusal.${claim.reason}`)}</Typography>
      )}
      <Words words={claim.note} />
    </>
  );
};
