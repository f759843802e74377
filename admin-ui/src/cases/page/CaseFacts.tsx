import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { useNames } from '../../meta/useMeta';
import { BandChip } from '../../priority/BandChip';
import { Deadline } from '../../time/Deadline';
import { sayDay, sayInstant } from '../../time/instant';
import { span } from '../../time/span';
import { useNow } from '../../time/useNow';
import { When } from '../../time/When';
import { Danger } from '../Danger';
import type { CaseDetail } from '../types';
import { clockWords, isProblem } from '../wording';
import { stoppedRepair } from './progress';
import { safetyCrewOf } from './sentence';

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <Box>
    <Typography component="dt" variant="caption" color="textSecondary">
      {label}
    </Typography>
    <Typography component="dd" sx={{ m: 0 }}>
      {children}
    </Typography>
  </Box>
);

/** The repair's or answer's own deadline, quiet once it no longer runs. */
const RepairDue = ({ row }: { row: CaseDetail }) => {
  const translate = useTranslate();
  const stopped = stoppedRepair(row.clocks);
  if (!row.repairDueAt || row.dueClock === 'repair') return null;
  return (
    <Fact label={translate(clockWords('repair', row))}>
      <Deadline at={row.repairDueAt} quiet={stopped !== null} />
      {stopped && ` · ${translate(`words.clockStatus.${stopped}`)}`}
    </Fact>
  );
};

/** What it waits for, and how long at most. */
const Pauses = ({ row }: { row: CaseDetail }) => {
  const translate = useTranslate();
  const locale = useLocale();
  return (row.state?.pauses ?? []).map(({ id, reason, endsAt }) => (
    <Fact key={id} label={translate('casePage.paused')}>
      {translate('casePage.waits', { reason: translate(`words.pauseReason.${reason}`) })}
      {endsAt && `, ${translate('casePage.until', { when: sayInstant(endsAt, locale) })}`}
    </Fact>
  ));
};

const Age = ({ row }: { row: CaseDetail }) => {
  const translate = useTranslate();
  const locale = useLocale();
  const age = span(useNow() - new Date(row.openedAt).getTime(), locale);
  return (
    <>
      <Fact label={translate('casePage.opened')}>
        <When at={row.openedAt} />
        {!row.closedAt && ` (${translate('app.time.ago', { time: age })})`}
      </Fact>
      {row.closedAt && (
        <Fact label={translate('casePage.closed')}>
          <When at={row.closedAt} />
        </Fact>
      )}
    </>
  );
};

export const CaseFacts = ({ row }: { row: CaseDetail }) => {
  const translate = useTranslate();
  const names = useNames();
  const locale = useLocale();
  const field = (name: string) => translate(`resources.cases.fields.${name}`);
  const doer = row.crewId
    ? names.crew(row.crewId)
    : row.supplierId
      ? names.supplier(row.supplierId)
      : row.agencyId
        ? names.agency(row.agencyId)
        : null;
  return (
    <Box component="dl" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 4, rowGap: 1, m: 0, mt: 1.5 }}>
      {(row.dueAt || !row.closedAt) && (
        <Fact label={row.dueClock ? translate(clockWords(row.dueClock, row)) : field('dueAt')}>
          <Deadline at={row.dueAt} />
        </Fact>
      )}
      <RepairDue row={row} />
      <Pauses row={row} />
      {row.safety === 'ordered' && (
        <Fact label={translate('casePage.safetyCrew')}>{names.crew(safetyCrewOf(row.timeline))}</Fact>
      )}
      {isProblem(row) && (
        <Fact label={field('danger')}>
          <Danger level={row.danger} />
        </Fact>
      )}
      <Fact label={field('priority')}>
        <BandChip band={row.band} score={row.priority} />
      </Fact>
      <Age row={row} />
      {row.supplierId && ['assigned', 'working'].includes(row.status) && (
        <Fact label={translate('casePage.supplierJob')}>
          {row.supplierJob?.scheduledFor
            ? translate('casePage.supplierScheduled', { day: sayDay(row.supplierJob.scheduledFor, locale) })
            : translate(row.supplierJob ? 'casePage.supplierAccepted' : 'casePage.supplierSilent')}
        </Fact>
      )}
      {doer && <Fact label={translate('command.fields.assigneeKind')}>{doer}</Fact>}
    </Box>
  );
};
