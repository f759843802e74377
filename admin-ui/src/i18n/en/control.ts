import type * as it from '../it/control';

export const settingsLog: typeof it.settingsLog = {
  did: {
    'setting-created': 'Created',
    'setting-changed': 'Changed',
    'setting-deactivated': 'Switched off',
    'setting-removed': 'Removed',
    'setting-loaded': 'Loading',
    'person-exported': 'A person’s data downloaded at their request',
    'person-erased': 'A person’s data erased at their request',
  },
  name: '“%{name}”',
  hidden: 'written (the log does not keep its value)',
  why: 'Why:',
};

export const verification: typeof it.verification = {
  run: 'Verify everything now',
  running: 'Computing the whole log again…',
  sound:
    'Nobody touched the past (%{when}). Computed again: %{chains} chains, %{entries} entries, %{days} signed days, %{archives} archived histories.',
  broken:
    'The verification failed (%{when}). Computed again: %{chains} chains, %{entries} entries, %{days} signed days, %{archives} archived histories.',
  compare:
    'Every night the chains that have grown are signed, and the digest is mailed to the oversight body: it must be the same as in this list.',
  chain: {
    changed: 'Chain %{chain}: entry %{entry} was changed.',
    removed: 'Chain %{chain}: before entry %{entry} at least one is missing.',
    'words-changed': 'Chain %{chain}: the text of entry %{entry} was changed.',
    'words-removed': 'Chain %{chain}: the text of entry %{entry} is gone without a recorded erasure.',
  },
  day: {
    forged: 'Day %{day}: it is not what was signed.',
    removed: 'Day %{day}: the day signed before it is missing.',
    'chain-changed': 'Day %{day}: the chain %{chain} is no longer the one that was signed.',
    'chain-removed': 'Day %{day}: of the chain %{chain} the signed entry is missing.',
  },
  archive: {
    changed: '%{workflow}: the archived history (run %{runId}) was changed.',
    removed: '%{workflow}: the archived history (run %{runId}) is missing.',
    unlogged: '%{workflow}: the log does not vouch for the archived history (run %{runId}).',
  },
  escalation: {
    removed: '%{chain}: “%{stage}” of “%{clock}” is in the log and missing from the list of late work.',
    added: '%{chain}: “%{stage}” of “%{clock}” is in the list of late work and missing from the log.',
  },
};
