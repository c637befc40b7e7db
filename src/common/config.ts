import { z } from 'zod';

const onOff = z.enum(['on', 'off']).default('on');
const port = z.coerce.number().int().min(1).max(65_535);

const Variables = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PORT: port.default(4000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
  MEILI_URL: z.url({ protocol: /^https?$/ }).optional(),
  MEILI_KEY: z.string().min(16).optional(),
  MEILI_BIN: z.string().optional(),
  MEILI_PREFIX: z
    .string()
    .regex(/^[a-z0-9_]{1,40}$/)
    .default('vte'),
  DEMO_DATA: onOff,
  DEMO_PASSWORD: z.string().min(10).max(128).default('volontariat-2026'),
  TRUST_PROXY: z.enum(['on', 'off']).default('off'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().default('VTE Territoires <ne-pas-repondre@vte-territoires.example>'),
  REPLY_DOMAIN: z
    .string()
    .regex(/^[a-z0-9.-]+$/)
    .optional(),
  REPLY_SMTP_PORT: port.optional(),
  FILES_DIR: z.string().optional(),
  FILE_SCANNER: z.string().optional(),
  COMPANY_REGISTER_URL: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_COMPANY_ISSUER: z.url().optional(),
  OIDC_COMPANY_CLIENT_ID: z.string().optional(),
  OIDC_COMPANY_CLIENT_SECRET: z.string().optional(),
  OIDC_CANDIDATE_ISSUER: z.url().optional(),
  OIDC_CANDIDATE_CLIENT_ID: z.string().optional(),
  OIDC_CANDIDATE_CLIENT_SECRET: z.string().optional(),
  EMAIL_CONFIRMATION: onOff,
  COMPANY_VERIFICATION: onOff,
  RATE_LIMITS: onOff,
});

const Environment = Variables.superRefine((env, context) => {
  if (env.NODE_ENV !== 'production') return;
  for (const name of ['EMAIL_CONFIRMATION', 'COMPANY_VERIFICATION', 'RATE_LIMITS'] as const) {
    if (env[name] === 'off') {
      context.addIssue({
        code: 'custom',
        path: [name],
        message: 'off is for demos and tests, never with NODE_ENV=production',
      });
    }
  }
  if (env.SMTP_URL === undefined) {
    context.addIssue({ code: 'custom', path: ['SMTP_URL'], message: 'production has to say where mails go out' });
  }
  if (env.PUBLIC_URL === undefined) {
    context.addIssue({ code: 'custom', path: ['PUBLIC_URL'], message: 'production has to say where mails lead to' });
  }
}).transform((env) => ({ ...env, PUBLIC_URL: env.PUBLIC_URL ?? `http://localhost:${env.PORT}` }));

/** What the environment says, checked once at the door and frozen; .env.example explains each name. */
export type Config = Readonly<z.infer<typeof Environment>>;

/** The token under which Nest injects the Config. */
export const CONFIG = Symbol('Config');

export const configNames = Object.keys(Variables.shape);

/** Throws an Error whose message lists every variable that is wrong, one per line. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const said = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(said);
  if (parsed.success) return Object.freeze(parsed.data);
  const problems = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(
    `The environment is not usable (each variable is explained in .env.example):\n${problems.join('\n')}`,
  );
}
