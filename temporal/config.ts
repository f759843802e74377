import path from 'node:path';
import { z } from 'zod';

/** Everything that a process of the product is told from outside. */
export interface Config {
  databaseUrl: string;
  /** host:port of the Temporal frontend. */
  temporalAddress: string;
  temporalNamespace: string;
  port: number;
  /** Address that the HTTP server listens on. */
  bind: string;
  /** What people type in the browser, without a final slash; links in mails start with it. */
  publicUrl: string;
  /** Absolute folder of photos, logs and the private servers. */
  dataDir: string;
  /** Unset: mails are kept and shown in the console. */
  smtpUrl: string | undefined;
  mailFrom: string;
  /** Signs and derives what must not be forged (links, webhooks at rest). */
  appSecret: string;
  sessionSecret: string;
  /** SLA time runs this many times faster than the clock on the wall. */
  slaSpeed: number;
  /** Map tiles, `https://…/{z}/{x}/{y}.png`; unset: boundary and house numbers only. */
  tilesUrl: string | undefined;
  tilesAttribution: string;
  logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
  /** Lets webhooks reach private addresses; only for demonstrations. */
  allowPrivateWebhooks: boolean;
  /** Absolute path of the private key that signs the daily audit heads. */
  auditKeyFile: string;
  /** Whose word counts about where a request comes from: express' `trust proxy`. */
  trustedProxies: string;
  /** Multiplies every limit on how much one address may send; for load runs and big shared networks. */
  rateLimitFactor: number;
}

/** What a deployment must give, and the launcher makes by itself when it is not given. */
const REQUIRED = {
  databaseUrl: 'DATABASE_URL',
  temporalAddress: 'TEMPORAL_ADDRESS',
  appSecret: 'APP_SECRET',
  sessionSecret: 'SESSION_SECRET',
} as const;

export type LauncherConfig = Omit<Config, keyof typeof REQUIRED> & {
  [K in keyof typeof REQUIRED]: string | undefined;
};

/** A wrong or missing setting; the message is one plain sentence for each. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
  }
}

export const TASK_QUEUE = 'benecomune';
/** Emergencies have workers of their own, so that a storm of reports cannot delay them. */
export const EMERGENCY_TASK_QUEUE = `${TASK_QUEUE}-emergency`;

export const DEFAULT_PORT = 8080;

const secret = (name: string) =>
  z.string().min(32, `${name} must be a random text of at least 32 characters.`);

const port = z
  .string()
  .regex(/^\d{1,5}$/, 'PORT must be a number from 1 to 65535.')
  .transform(Number)
  .refine((n) => n >= 1 && n <= 65535, 'PORT must be a number from 1 to 65535.');

const httpUrl = (name: string) =>
  z
    .string()
    .refine(
      (value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol),
      `${name} must be an address that starts with http:// or https://.`,
    );

const schema = z.object({
  DATABASE_URL: z
    .string()
    .refine(
      (value) =>
        URL.canParse(value) &&
        /^postgres(ql)?:$/.test(new URL(value).protocol) &&
        new URL(value).pathname.length > 1,
      'DATABASE_URL must look like postgres://user:password@host:5432/database.',
    )
    .optional(),
  TEMPORAL_ADDRESS: z
    .string()
    .regex(/^[^\s/:]+:\d{1,5}$/, 'TEMPORAL_ADDRESS must look like host:7233.')
    .optional(),
  TEMPORAL_NAMESPACE: z
    .string()
    .regex(
      /^[A-Za-z0-9][\w.-]*$/,
      'TEMPORAL_NAMESPACE may hold letters, digits, dots, dashes and underscores only.',
    )
    .default('benecomune'),
  PORT: port.default(DEFAULT_PORT),
  BIND: z
    .string()
    .regex(/^[\w.:-]+$/, 'BIND must be the address to listen on, for example 127.0.0.1 or 0.0.0.0.')
    .default('127.0.0.1'),
  PUBLIC_URL: httpUrl('PUBLIC_URL').optional(),
  DATA_DIR: z.string().default('./data'),
  SMTP_URL: z
    .string()
    .refine(
      (value) => URL.canParse(value) && /^smtps?:$/.test(new URL(value).protocol),
      'SMTP_URL must look like smtp://user:password@host:587.',
    )
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s<>]+@[^\s<>]+>?$/, 'MAIL_FROM must be an e-mail address.')
    .default('BeneComune <benecomune@localhost>'),
  APP_SECRET: secret('APP_SECRET').optional(),
  SESSION_SECRET: secret('SESSION_SECRET').optional(),
  SLA_SPEED: z
    .string()
    .transform(Number)
    .refine((n) => Number.isFinite(n) && n >= 1, 'SLA_SPEED must be a number of at least 1.')
    .default(1),
  TILES_URL: httpUrl('TILES_URL')
    .refine(
      (value) => ['{z}', '{x}', '{y}'].every((part) => value.includes(part)),
      'TILES_URL must hold {z}, {x} and {y}.',
    )
    .optional(),
  TILES_ATTRIBUTION: z.string().default('© OpenStreetMap contributors'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
      error: 'LOG_LEVEL must be trace, debug, info, warn, error, fatal or silent.',
    })
    .default('info'),
  ALLOW_PRIVATE_WEBHOOKS: z
    .enum(['true', 'false'], { error: 'ALLOW_PRIVATE_WEBHOOKS must be true or false.' })
    .transform((value) => value === 'true')
    .default(false),
  AUDIT_KEY_FILE: z.string().optional(),
  TRUSTED_PROXIES: z
    .string()
    .regex(
      /^[\w.:/-]+(, ?[\w.:/-]+)*$/,
      'TRUSTED_PROXIES must be addresses or networks such as 10.0.0.7, 172.16.0.0/12, or loopback.',
    )
    .default('loopback'),
  RATE_LIMIT_FACTOR: z
    .string()
    .transform(Number)
    .refine((n) => Number.isFinite(n) && n > 0, 'RATE_LIMIT_FACTOR must be a number above 0.')
    .default(1),
});

/** Settings of one process of the product. Throws ConfigError with a sentence per wrong value. */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  return read(env, Object.values(REQUIRED)) as Config;
}

/** The same for the launcher, which starts the servers and makes the secrets that are not given. */
export function loadLauncherConfig(env: NodeJS.ProcessEnv = process.env): LauncherConfig {
  // The demonstration's agencies answer on this machine; a server of somebody's own is no demonstration.
  const demonstration = env.DATABASE_URL ? {} : { ALLOW_PRIVATE_WEBHOOKS: 'true' };
  return read({ ...demonstration, ...env }, []);
}

/** The environment of a child process: this one's, with `config` written over it. */
export function toEnvironment(config: Config, env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  return {
    ...env,
    DATABASE_URL: config.databaseUrl,
    TEMPORAL_ADDRESS: config.temporalAddress,
    TEMPORAL_NAMESPACE: config.temporalNamespace,
    PORT: String(config.port),
    BIND: config.bind,
    PUBLIC_URL: config.publicUrl,
    DATA_DIR: config.dataDir,
    SMTP_URL: config.smtpUrl,
    MAIL_FROM: config.mailFrom,
    APP_SECRET: config.appSecret,
    SESSION_SECRET: config.sessionSecret,
    SLA_SPEED: String(config.slaSpeed),
    TILES_URL: config.tilesUrl,
    TILES_ATTRIBUTION: config.tilesAttribution,
    LOG_LEVEL: config.logLevel,
    ALLOW_PRIVATE_WEBHOOKS: String(config.allowPrivateWebhooks),
    AUDIT_KEY_FILE: config.auditKeyFile,
    TRUSTED_PROXIES: config.trustedProxies,
    RATE_LIMIT_FACTOR: String(config.rateLimitFactor),
  };
}

function read(env: NodeJS.ProcessEnv, required: readonly string[]): LauncherConfig {
  // Compose files pass an unset variable as an empty one.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const missing = required.filter((name) => !given[name]).map((name) => `${name} is not set.`);
  const parsed = schema.safeParse(given);
  const wrong = parsed.success ? [] : parsed.error.issues.map((issue) => issue.message);
  if (!parsed.success || missing.length > 0) {
    throw new ConfigError([...new Set([...missing, ...wrong])]);
  }
  const values = parsed.data;
  const dataDir = path.resolve(values.DATA_DIR);
  return {
    databaseUrl: values.DATABASE_URL,
    temporalAddress: values.TEMPORAL_ADDRESS,
    temporalNamespace: values.TEMPORAL_NAMESPACE,
    port: values.PORT,
    bind: values.BIND,
    publicUrl: (values.PUBLIC_URL ?? `http://localhost:${values.PORT}`).replace(/\/+$/, ''),
    dataDir,
    smtpUrl: values.SMTP_URL,
    mailFrom: values.MAIL_FROM,
    appSecret: values.APP_SECRET,
    sessionSecret: values.SESSION_SECRET,
    slaSpeed: values.SLA_SPEED,
    tilesUrl: values.TILES_URL,
    tilesAttribution: values.TILES_ATTRIBUTION,
    logLevel: values.LOG_LEVEL,
    allowPrivateWebhooks: values.ALLOW_PRIVATE_WEBHOOKS,
    auditKeyFile: path.resolve(values.AUDIT_KEY_FILE ?? path.join(dataDir, 'secrets', 'audit.key')),
    trustedProxies: values.TRUSTED_PROXIES,
    rateLimitFactor: values.RATE_LIMIT_FACTOR,
  };
}
