import { randomUUID } from 'node:crypto';
import { Report, RoadOwner } from '../../db/entities';
import { trackingCode } from '../../db/tokens';
import type { Emergency, Locale } from '../../domain/vocabulary';
import { startReportWorkflow } from '../../temporal/starter';
import type { Deps } from '../http/deps';
import { removePhotoFiles } from '../photos/store';
import { check, type Sent } from './check';
import { expectedBy } from './due';
import { bodyHash, takeKey } from './idempotency';
import { passedOn } from './where';
import { type Circumstances, writeReport } from './write';

export interface Accepted {
  reportId: string;
  number: string;
  trackingCode: string;
  /** The tracking page. */
  url: string;
  receivedAt: Date;
  /** By when it should be repaired or answered; null where it is not the municipality's to promise. */
  dueAt: Date | null;
  /** What the sender should know: that somebody else owns the road, and gets the report. */
  notice: string | null;
  emergency: Emergency;
}

/**
 * The one use case behind form, API and the staff's own entry: checks everything, commits the report
 * with all that belongs to it, and only then starts its workflow; the sweeper starts what this misses.
 * @throws DomainError with the problems of all fields, nothing written
 */
export async function acceptReport(
  deps: Deps,
  sent: Sent,
  how: Circumstances & { idempotencyKey?: string | undefined },
): Promise<Accepted> {
  const checked = await check(deps, sent);
  const reportId = randomUUID();
  const photoIds = checked.photos.map(() => randomUUID());
  const hash = bodyHash(sent.raw, sent.files?.map((file) => file.buffer) ?? []);
  let earlier: string | null = null;
  try {
    await deps.db.transaction(async (tx) => {
      if (how.idempotencyKey) earlier = await takeKey(tx, how.idempotencyKey, hash, reportId);
      if (!earlier) await writeReport(tx, deps, checked, how, { reportId, photoIds, now: new Date() });
    });
  } catch (error) {
    await removePhotoFiles(deps.config, photoIds);
    throw error;
  }
  const accepted = await answer(deps, earlier ?? reportId, checked.input.language ?? how.locale);
  if (!earlier) {
    deps.attach?.(reportId);
    start(deps, accepted);
  }
  return accepted;
}

async function answer({ db, config }: Deps, reportId: string, locale: Locale): Promise<Accepted> {
  const report = await db.getRepository(Report).findOneByOrFail({ id: reportId });
  const owner = report.roadOwnerId
    ? await db.getRepository(RoadOwner).findOneByOrFail({ id: report.roadOwnerId })
    : null;
  const code = trackingCode(config.appSecret, reportId);
  return {
    reportId,
    number: report.number,
    trackingCode: code,
    url: `${config.publicUrl}/t/${code}`,
    receivedAt: report.receivedAt,
    dueAt: owner ? null : await expectedBy(db, report, config.slaSpeed),
    notice: owner && passedOn(owner)[locale],
    emergency: report.emergency,
  };
}

const START_MS = 3000;

/** Nobody waits for Temporal: the report is safe already. */
function start({ db, temporal, log }: Deps, { reportId, emergency }: Accepted): void {
  temporal
    .withDeadline(Date.now() + START_MS, () =>
      startReportWorkflow({ client: temporal, db }, { reportId, emergency }),
    )
    .catch(() => log.warn({ reportId }, 'workflow not started yet; the sweeper will start it'));
}
