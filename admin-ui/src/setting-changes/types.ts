import type { Changes } from './changes';

/** An entry of the settings' log. */
export interface SettingChange {
  id: string;
  seq: number;
  at: string;
  name: string;
  actorId: string | null;
  actorName: string | null;
  /** Null where it is about a person's data. */
  resource: string | null;
  settingId: string | null;
  settingName: string | null;
  changes: Changes | null;
  words: string | null;
  erased: boolean;
}
