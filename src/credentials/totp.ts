import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import QRCode from 'qrcode';
import { tokenHash } from '../accounts/tokens.js';
import type { NewSecret } from './sign-in-refusals.js';

const period = 30;
const issuer = 'VTE Territoires';

const totp = (secret: string, label: string): TOTP =>
  new TOTP({ issuer, label, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period });

/** RFC 6238 as every authenticator application knows it: SHA-1, six digits, half a minute. */
export async function newSecret(email: string): Promise<NewSecret> {
  const secret = new Secret({ size: 20 }).base32;
  const uri = totp(secret, email).toString();
  return { secret, uri, qrSvg: await QRCode.toString(uri, { type: 'svg' }) };
}

/** The half minute a code belongs to, the one before or after at most, if it is later than the last one used; else null. */
export function stepOf(secret: string, code: string, now: Date, lastStep: number): number | null {
  if (!/^[0-9]{6}$/.test(code)) return null;
  const delta = totp(secret, '').validate({ token: code, timestamp: now.valueOf(), window: 1 });
  if (delta === null) return null;
  const step = Math.floor(now.valueOf() / 1000 / period) + delta;
  return step > lastStep ? step : null;
}

export const recoveryCodesGiven = 10;

/** Eighty random bits each: nobody finds one from its hash. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: recoveryCodesGiven }, () =>
    new Secret({ buffer: new Uint8Array(randomBytes(10)).buffer }).base32.toLowerCase().replace(/(.{4})(?=.)/g, '$1-'),
  );

/** However it was typed. */
export const recoveryCodeHash = (code: string): Buffer => tokenHash(code.toLowerCase().replace(/[^a-z2-7]/g, ''));

/** Digits as they are read aloud: “123 456”. */
export const plainCode = (code: string): string => code.replace(/\s/g, '');
