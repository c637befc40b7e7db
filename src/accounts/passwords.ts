import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { referenceFile } from '../common/reference-file.js';
import type { Text } from '../common/text.js';

export const shortestPassword = 10;
export const longestPassword = 128;

/** Argon2id (the library's default) with the second of OWASP's equivalent settings: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

@Injectable()
export class Passwords {
  private readonly common = readCommonPasswords();
  private nobodys?: Promise<string>;

  hash(password: string): Promise<string> {
    return hash(password.normalize('NFKC'), cost);
  }

  /** Takes the same time when there is no hash to compare with, so that an answer's delay tells nothing. */
  async matches(password: string, passwordHash: string | null | undefined): Promise<boolean> {
    this.nobodys ??= this.hash(randomBytes(16).toString('hex'));
    const nobodys = await this.nobodys;
    return (await verify(passwordHash || nobodys, password.normalize('NFKC'))) && Boolean(passwordHash);
  }

  /** What is wrong with a password that someone wants to take, or null; beside no address that could be one, by itself. */
  problem(password: string, email: string | null): Text | null {
    const length = Array.from(password).length;
    if (length < shortestPassword || length > longestPassword) {
      return {
        fr: `Le mot de passe compte de ${shortestPassword} à ${longestPassword} caractères.`,
        en: `The password has ${shortestPassword} to ${longestPassword} characters.`,
      };
    }
    const lower = password.normalize('NFKC').toLowerCase();
    if (new Set(lower).size < 4 || this.common.has(lower) || this.common.has(coreOf(lower))) {
      return {
        fr: 'Ce mot de passe est parmi les premiers que l’on essaie : choisissez-en un autre.',
        en: 'This password is among the first that people try: choose another.',
      };
    }
    if (platformNames.has(lower.replace(/[^\p{L}]/gu, ''))) {
      return {
        fr: 'Le mot de passe ne peut pas être le nom de la plateforme.',
        en: 'The password cannot be the name of the platform.',
      };
    }
    if (
      email !== null &&
      ([email, ...email.split('@')].includes(lower) || coreOf(lower) === coreOf(email.split('@')[0]!))
    ) {
      return {
        fr: 'Le mot de passe ne peut pas être votre adresse e-mail.',
        en: 'The password cannot be your e-mail address.',
      };
    }
    return null;
  }
}

/** A word with a year before it and a sign behind it is no harder to guess than the word. */
function coreOf(password: string): string {
  const letters = Array.from(password.matchAll(/\p{L}/gu));
  const last = letters.at(-1);
  return last ? password.slice(letters[0]!.index, last.index + last[0].length) : password;
}

/** What is tried first here, whatever digits and signs stand around or between. */
const platformNames = new Set([
  'vte',
  'vteterritoires',
  'territoiresvte',
  'plateformevte',
  'territoiresdindustrie',
  'territoiredindustrie',
  'volontariatterritorial',
  'volontariatterritorialenentreprise',
]);

function readCommonPasswords(): ReadonlySet<string> {
  const lines = readFileSync(referenceFile('common-passwords.txt'), 'utf8').split('\n');
  return new Set(lines.map((line) => line.trim().toLowerCase()).filter((line) => line !== '' && !line.startsWith('#')));
}
