import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { loadAuditKey } from '../../../db/audit/key';
import { isSound, type Verification, verifyAudit } from '../../../db/audit/verify';
import { listSettingChanges, settingChangeOrders } from '../../../db/views/setting-changes';
import { listSignedDays, signedDayOrders } from '../../../db/views/signed-days';
import type { Deps } from '../../http/deps';
import { anyOf, readList, sendList } from '../list';
import type { Route } from '../route';

const changes = {
  sorts: ['seq'],
  order: 'DESC',
  filters: { resource: anyOf(z.string().max(40)), actorId: anyOf(z.uuid()) },
} as const;
const days = { sorts: ['day'], order: 'DESC', filters: {} } as const;

const idIn = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/** What people call the cases and reports whose chains are at fault: id to number. */
async function numbersOf(db: DataSource, { faults }: Verification): Promise<Record<string, string>> {
  const chains = [...faults.chains, ...faults.days].map(({ chain }) => chain?.split(':')[1]);
  const archives = faults.archives.map(({ workflowId }) => idIn.exec(workflowId)?.[0]);
  const ids = [...chains, ...archives, ...faults.escalations.map(({ caseId }) => caseId)].filter(Boolean);
  const rows: { id: string; number: string }[] = await db.query(
    `SELECT id, number FROM cases WHERE id::text = ANY($1)
     UNION ALL SELECT id, number FROM report WHERE id::text = ANY($1)`,
    [ids],
  );
  return Object.fromEntries(rows.map(({ id, number }) => [id, number]));
}

/** What an auditor reads beside the cases: the log of the settings, the signed days, and whether all of it holds. */
export function settingsAuditRoutes({ db, config }: Deps): Route[] {
  /** Everything is computed again: once for whoever asks meanwhile. */
  let running: Promise<Verification> | null = null;
  const verify = () => {
    running ??= verifyAudit(db, loadAuditKey(config.auditKeyFile).publicKey).finally(() => {
      running = null;
    });
    return running;
  };

  return [
    {
      method: 'get',
      path: '/setting-changes',
      action: 'audit.read',
      async handler(req, res) {
        const { page, ids, filters } = readList(req, changes);
        const orderBy = settingChangeOrders[page.sort][page.order];
        sendList(res, await listSettingChanges(db, { ...filters, ids }, { ...page, orderBy }));
      },
    },
    {
      method: 'get',
      path: '/signed-days',
      action: 'audit.read',
      async handler(req, res) {
        const { page } = readList(req, days);
        sendList(res, await listSignedDays(db, { ...page, orderBy: signedDayOrders[page.sort][page.order] }));
      },
    },
    {
      method: 'get',
      path: '/verification',
      action: 'audit.read',
      async handler(_req, res) {
        const found = await verify();
        res.json({ ...found, sound: isSound(found), numbers: await numbersOf(db, found) });
      },
    },
  ];
}
