import type { Locale, Role } from '../vocabulary';

/** Who is signed in, as the API says it. */
export interface Session {
  user: {
    id: string;
    name: string;
    email: string;
    role: Role;
    /** null: the whole municipality. */
    departmentId: string | null;
    locale: Locale;
    mustChangePassword: boolean;
  };
  /** What this person may do; the only source of what the console shows. */
  actions: string[];
  /** Sent back with everything that changes something. */
  csrf: string;
}

let current: Session | null = null;
let ended = false;

export const currentSession = () => current;

export const rememberSession = (session: Session | null) => {
  current = session;
  ended = false;
};

/** The server no longer knows the session, though nobody signed out. */
export const endSession = () => {
  ended ||= current !== null;
  current = null;
};

/** Whether whoever is asked to sign in was signed in a moment ago, and should be told why. */
export const hasSessionEnded = () => ended;
