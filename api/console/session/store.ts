import connectPgSimple from 'connect-pg-simple';
import type { RequestHandler } from 'express';
import session from 'express-session';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import type { Deps } from '../../http/deps';

declare module 'express-session' {
  interface SessionData {
    userId: string;
    /** What every request that changes something must send as `X-CSRF-Token`. */
    csrf: string;
  }
}

/** A shift; every request begins it anew. */
const sessionHours = 12;

/** The connections that TypeORM holds, for what speaks to PostgreSQL by itself. */
export const poolOf = (db: DataSource): Pool => (db.driver as unknown as { master: Pool }).master;

/**
 * Sessions live in PostgreSQL and the browser holds an unreadable id. The cookie's path is the whole site,
 * because photos are served outside the console's API.
 */
export function sessions({ db, config, log }: Deps): RequestHandler {
  const Store = connectPgSimple(session);
  return session({
    name: 'console',
    secret: config.sessionSecret,
    resave: false,
    saveUninitialized: false,
    rolling: true,
    store: new Store({ pool: poolOf(db), tableName: 'session', errorLog: () => log.error('session store') }),
    cookie: {
      httpOnly: true,
      sameSite: 'lax',
      secure: config.publicUrl.startsWith('https:'),
      maxAge: sessionHours * 3_600_000,
    },
  });
}

/** Has the session neither run out nor been ended? For what outlives the request that began it. */
export async function sessionGoesOn(db: DataSource, id: string): Promise<boolean> {
  const [found] = await db.query('SELECT 1 FROM session WHERE sid = $1 AND expire > now()', [id]);
  return found !== undefined;
}

/** Ends all sessions of a person, but the given one. */
export async function endSessions(db: DataSource, userId: string, except = ''): Promise<void> {
  await db.query(`DELETE FROM session WHERE sess->>'userId' = $1 AND sid <> $2`, [userId, except]);
}
