import { resolve } from 'node:path';
import * as v from 'valibot';
import { remember } from './remember.ts';

/** A wrong setting: its message is the one sentence that the operator reads before the process exits with 1. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
}

const port = v.pipe(
  v.string(),
  v.regex(/^\d+$/),
  v.transform(Number),
  v.integer(),
  v.minValue(0),
  v.maxValue(65535)
);
const onOff = v.pipe(
  v.picklist(['on', 'off']),
  v.transform((value) => value === 'on')
);
const flag = v.pipe(
  v.picklist(['0', '1']),
  v.transform((value) => value === '1')
);

/** Every setting, its rule and the sentence that says what it should be. README.md has the same list for operators. */
const rules = {
  PORT: [v.optional(port, '3000'), 'a port number from 0 to 65535'],
  HOST: [v.optional(v.pipe(v.string(), v.nonEmpty()), '127.0.0.1'), 'an address or host name to listen on'],
  DATA_DIR: [v.optional(v.pipe(v.string(), v.nonEmpty()), './data'), 'a folder that this process may write'],
  DATABASE_URL: [
    v.optional(v.pipe(v.string(), v.regex(/^(file:.+|postgres(ql)?:\/\/.+|pglite:.*|[^:]+)$/))),
    'the path of a SQLite file, or postgres://user:password@host/database'
  ],
  PALABRE_DEMO: [v.optional(onOff, 'on'), '"on" or "off"'],
  PALABRE_REGISTRATION: [
    v.optional(v.picklist(['invitation', 'open']), 'invitation'),
    '"invitation" or "open"'
  ],
  PALABRE_LOCALES: [
    v.optional(
      v.pipe(
        v.string(),
        v.regex(/^(en|fr|ar)(,(en|fr|ar))*$/),
        v.transform((list) => list.split(','))
      ),
      'en,fr'
    ),
    'a list such as "en,fr", each of en, fr, ar'
  ],
  PUBLIC_ORIGIN: [
    v.optional(v.pipe(v.string(), v.regex(/^https?:\/\/[^/\s]+$/))),
    'an origin such as https://palabre.example, without a path'
  ],
  TRUST_PROXY: [
    v.optional(flag, '0'),
    '"1" behind a proxy that sets x-forwarded-for and x-forwarded-proto, else "0"'
  ],
  SMTP_URL: [
    v.optional(v.pipe(v.string(), v.regex(/^smtps?:\/\/.+$/))),
    'an address such as smtps://user:password@mail.example:465'
  ],
  MAIL_FROM: [
    v.optional(v.pipe(v.string(), v.nonEmpty()), 'Palabre <no-reply@localhost>'),
    'the sender of our mails'
  ],
  FILE_QUOTA_MB: [
    v.optional(
      v.pipe(
        v.string(),
        v.regex(/^\d{1,7}$/),
        v.transform((value) => Number(value) * 1_000_000)
      ),
      '200'
    ),
    'how many megabytes of attachments one person may keep here, in digits'
  ],
  LOG_LEVEL: [
    v.optional(v.picklist(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']), 'info'),
    'one of fatal, error, warn, info, debug, trace, silent'
  ]
} as const;

type Rules = typeof rules;
type Read = { [K in keyof Rules]: v.InferOutput<Rules[K][0]> };

export interface Settings {
  port: number;
  host: string;
  dataDir: string;
  /** `sqlite` with a file path, or a Postgres connection string, or PGlite in this process (tests). */
  database:
    | { kind: 'sqlite'; file: string }
    | { kind: 'postgres'; url: string }
    | { kind: 'pglite'; dir: string | undefined };
  demo: boolean;
  registration: 'invitation' | 'open';
  locales: string[];
  /** Without it the origin of a request is http://<its Host header>, which is right on loopback only. */
  publicOrigin: string | undefined;
  trustProxy: boolean;
  smtpUrl: string | undefined;
  mailFrom: string;
  /** Bytes of attachments that one person may keep. */
  fileQuota: number;
  logLevel: string;
}

/** Reads and checks the environment. Throws SettingError with one sentence that names the setting and why. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const read = {} as Record<string, unknown>;
  for (const [name, [rule, should]] of Object.entries(rules)) {
    const given = environment[name] === '' ? undefined : environment[name];
    const result = v.safeParse(rule as v.GenericSchema, given);
    // The value is not repeated: a database or mail address may hold a password.
    if (!result.success) throw new SettingError(`${name} is set to something that is not ${should}.`);
    read[name] = result.output;
  }
  const value = read as Read;
  const dataDir = resolve(value.DATA_DIR);
  return {
    port: value.PORT,
    host: value.HOST,
    dataDir,
    database: readDatabase(value.DATABASE_URL, dataDir),
    demo: value.PALABRE_DEMO,
    registration: value.PALABRE_REGISTRATION,
    locales: value.PALABRE_LOCALES,
    publicOrigin: value.PUBLIC_ORIGIN,
    trustProxy: value.TRUST_PROXY,
    smtpUrl: value.SMTP_URL,
    mailFrom: value.MAIL_FROM,
    fileQuota: value.FILE_QUOTA_MB,
    logLevel: value.LOG_LEVEL
  };
}

function readDatabase(url: string | undefined, dataDir: string): Settings['database'] {
  if (!url) return { kind: 'sqlite', file: resolve(dataDir, 'palabre.sqlite') };
  if (/^postgres(ql)?:/.test(url)) return { kind: 'postgres', url };
  if (url.startsWith('pglite:')) return { kind: 'pglite', dir: url.slice('pglite:'.length) || undefined };
  return { kind: 'sqlite', file: resolve(url.replace(/^file:(\/\/)?/, '')) };
}

/** The settings of this process, read once. */
export const settings = (): Settings => remember('settings', () => readSettings(process.env));
