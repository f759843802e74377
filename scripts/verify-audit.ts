import { loadAuditKey } from '../db/audit/key';
import { isSound, type Verification, verifyAudit } from '../db/audit/verify';
import { createDataSource } from '../db/source';
import { loadConfig } from '../temporal/config';

const breaches = {
  changed: 'was changed',
  removed: 'or one before it is missing',
  'words-changed': 'has other words than it vouches for',
  'words-removed': 'has lost its words without an erasure',
};
const archives = {
  changed: 'was changed',
  removed: 'is gone',
  unlogged: 'is not the one that the log vouches for',
};
const escalations = {
  removed: 'is in the log and not in the list of late work',
  added: 'is in the list of late work and not in the log',
};
const days = {
  forged: 'is not what was signed',
  removed: 'does not follow the day signed before it',
  'chain-changed': 'vouches for another link of',
  'chain-removed': 'vouches for a link that is gone from',
};

/** npm run verify-audit: says in plain sentences whether anybody touched the past; exit code 1 if so. */
async function main(): Promise<void> {
  const { databaseUrl, auditKeyFile } = loadConfig();
  const db = await createDataSource(databaseUrl, 2).initialize();
  try {
    const found = await verifyAudit(db, loadAuditKey(auditKeyFile).publicKey);
    for (const sentence of sentences(found)) console.log(sentence);
    process.exitCode = isSound(found) ? 0 : 1;
  } finally {
    await db.destroy();
  }
}

function sentences(found: Verification): string[] {
  const { chains, entries, erased, lastDay, faults } = found;
  return [
    `${chains} chains with ${entries} entries, ${erased} of them with words erased on request or after their period.`,
    `${found.days} signed days, ${found.archives} archived histories.`,
    ...(lastDay
      ? [
          `The last signed day is ${lastDay.day}, ${lastDay.digest}: the oversight body’s mail must say the same.`,
        ]
      : []),
    ...faults.chains.map(
      ({ chain, brokenAt, breach }) => `FAULT: entry ${brokenAt} of ${chain} ${breach && breaches[breach]}.`,
    ),
    ...faults.days.map(
      ({ day, how, chain }) => `FAULT: the day ${day} ${days[how]}${chain ? ` ${chain}` : ''}.`,
    ),
    ...faults.archives.map(
      ({ workflowId, runId, how }) => `FAULT: the history of ${workflowId}, run ${runId}, ${archives[how]}.`,
    ),
    ...faults.escalations.map(
      ({ caseId, clock, stage, how }) =>
        `FAULT: the stage ${stage} of the clock ${clock} of case ${caseId} ${escalations[how]}.`,
    ),
    isSound(found) ? 'Nothing was touched.' : 'The audit FAILED.',
  ];
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
