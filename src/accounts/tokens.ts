import { createHash, randomBytes } from 'node:crypto';

/** Opens something for whoever holds it; 32 random bytes, told once. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is kept of a token: who reads the table cannot use it. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();
