import { currentSession } from '../http/session';

type Values = Record<string, unknown>;

/** What was typed and not sent, until the page is loaded anew; each person finds their own. */
const drafts = new Map<string, Values>();
let owner: string | null = null;

/** After a sign-in of somebody else nothing of the one before is left. */
function own(): Map<string, Values> {
  const user = currentSession()?.user.id ?? owner;
  if (user !== owner) drafts.clear();
  owner = user;
  return drafts;
}

export const keepDraft = (name: string, values: Values) => own().set(name, values);
export const draftOf = (name: string) => own().get(name);
export const forgetDraft = (name: string) => own().delete(name);
