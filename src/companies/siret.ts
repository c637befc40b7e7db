import { validate } from 'stdnum/lib/cjs/fr/siret.js';

/** The 14 digits of a SIRET written with or without spaces, or null when it is none (La Poste's own checksum is known). */
export function readSiret(written: string): string | null {
  const digits = written.replace(/\s/gu, '');
  return /^\d{14}$/.test(digits) && !digits.startsWith('000000000') && validate(digits).isValid ? digits : null;
}

/** The legal entity an establishment belongs to: the SIREN is how its SIRET begins. */
export const sirenOf = (siret: string): string => siret.slice(0, 9);
