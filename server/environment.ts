import { z } from 'zod';

/** What the environment may say, checked once at the start. Other names are ignored. */
export interface Environment {
  host: string;
  port: number;
  /** Origin without a slash at the end; null: both loopback names. */
  baseUrl: string | null;
  dataDir: string;
  databaseUrl: string | null;
  redisUrl: string | null;
  /** Null: no letters are sent. */
  smtp: { url: string; from: string } | null;
  /** 32 bytes that seal tokens of trackers; null: not given. */
  secretKey: Uint8Array | null;
  trustProxy: number;
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/** Reads the variables of `product.md`'s table. Gives every problem at once, each as one clear line naming its variable. */
export function readEnvironment(
  env: Readonly<Record<string, string | undefined>>,
): Environment | { problems: string[] } {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = VARIABLES.safeParse(given);
  if (!parsed.success)
    return { problems: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) };
  const read = parsed.data;
  return {
    host: read.HOST,
    port: read.PORT,
    baseUrl: read.BASE_URL ?? null,
    dataDir: read.DATA_DIR,
    databaseUrl: read.DATABASE_URL ?? null,
    redisUrl: read.REDIS_URL ?? null,
    smtp: read.SMTP_URL && read.MAIL_FROM ? { url: read.SMTP_URL, from: read.MAIL_FROM } : null,
    secretKey: read.SECRET_KEY ? keyBytes(read.SECRET_KEY) : null,
    trustProxy: read.TRUST_PROXY,
    logLevel: read.LOG_LEVEL,
  };
}

const keyBytes = (words: string): Uint8Array =>
  new Uint8Array(Buffer.from(words, words.length === 64 ? 'hex' : 'base64'));

const url = (schemes: readonly string[], example: string) =>
  z
    .string()
    .refine(
      (value) => URL.canParse(value) && schemes.includes(new URL(value).protocol),
      `is not an address such as ${example}`,
    );

const wholeNumber = (low: number, high: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/, `is not a whole number from ${low} to ${high}`)
    .transform(Number)
    .refine((value) => value >= low && value <= high, `is not a whole number from ${low} to ${high}`);

const isOrigin = (value: string) => {
  if (!URL.canParse(value)) return false;
  const { protocol, pathname, search, hash, username } = new URL(value);
  return /^https?:$/.test(protocol) && pathname === '/' && search === '' && hash === '' && username === '';
};

const VARIABLES = z
  .object({
    HOST: z
      .string()
      .regex(/^[\w.:-]+$/, 'is not a host name or address')
      .default('127.0.0.1'),
    PORT: wholeNumber(0, 65_535).default(3000),
    BASE_URL: z
      .string()
      .refine(isOrigin, 'is not an origin such as https://soak.example.org, without a path')
      .transform((value) => new URL(value).origin)
      .optional(),
    DATA_DIR: z.string().default('./data'),
    DATABASE_URL: url(['postgres:', 'postgresql:'], 'postgres://user@host/database').optional(),
    REDIS_URL: url(['redis:', 'rediss:'], 'redis://host:6379').optional(),
    SMTP_URL: url(['smtp:', 'smtps:'], 'smtp://host:25').optional(),
    MAIL_FROM: z.email('is not a mail address').optional(),
    IMAP_URL: url(['imap:', 'imaps:'], 'imaps://host').optional(),
    SECRET_KEY: z
      .string()
      .refine(
        (value) => /^[0-9a-f]{64}$/i.test(value) || /^[A-Za-z0-9+/]{43}=$/.test(value),
        'is not 32 bytes in hex or base64',
      )
      .optional(),
    OIDC_ISSUER: url(['https:', 'http:'], 'https://issuer.example.org').optional(),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    TRUST_PROXY: wholeNumber(0, 10).default(0),
    LOG_LEVEL: z
      .enum(['debug', 'info', 'warn', 'error', 'silent'], 'is not one of debug, info, warn, error, silent')
      .default('info'),
  })
  .superRefine((read, context) => {
    const say = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    if (read.REDIS_URL && !read.DATABASE_URL)
      say('REDIS_URL', 'is for several nodes, which need DATABASE_URL: the embedded database serves one');
    if (read.SMTP_URL && !read.MAIL_FROM) say('MAIL_FROM', 'is needed beside SMTP_URL');
    const oidc = [read.OIDC_ISSUER, read.OIDC_CLIENT_ID, read.OIDC_CLIENT_SECRET].filter(Boolean).length;
    if (oidc !== 0 && oidc !== 3) say('OIDC_ISSUER', 'OIDC_CLIENT_ID and OIDC_CLIENT_SECRET go together');
  });
