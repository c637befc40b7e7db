import { Secret, TOTP } from 'otpauth';
import { newRecoveryCodes, newSecret, plainCode, recoveryCodeHash, stepOf } from '../../src/credentials/totp.js';

/** The secret of the examples in RFC 6238, whose codes of eight digits end in these six. */
const secret = Secret.fromUTF8('12345678901234567890').base32;

describe('codes of an authenticator', () => {
  test.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('at second %d of the RFC', (second, code) => {
    expect(stepOf(secret, code, new Date(second * 1000), 0)).toBe(Math.floor(second / 30));
  });

  const at = (second: number) => new Date(1_800_000_000_000 + second * 1000);
  const codeAt = (second: number) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at(second).valueOf() });
  const step = 60_000_000;

  test('count for their half minute, the one before and the one after', () => {
    for (const second of [0, 29]) {
      expect(stepOf(secret, codeAt(second), at(second), 0)).toBe(step);
      expect(stepOf(secret, codeAt(second - 30), at(second), 0)).toBe(step - 1);
      expect(stepOf(secret, codeAt(second + 30), at(second), 0)).toBe(step + 1);
      expect(stepOf(secret, codeAt(second - 60), at(second), 0)).toBeNull();
      expect(stepOf(secret, codeAt(second + 60), at(second), 0)).toBeNull();
    }
  });

  test('neither the one that was used nor an earlier one works again', () => {
    expect(stepOf(secret, codeAt(0), at(0), step)).toBeNull();
    expect(stepOf(secret, codeAt(-30), at(0), step)).toBeNull();
    expect(stepOf(secret, codeAt(30), at(30), step)).toBe(step + 1);
  });

  test.each(['', '12345', '1234567', 'abcdef', '１２３４５６', '-12345', '\u0000'])('%j is none', (code) => {
    expect(stepOf(secret, code, at(0), 0)).toBeNull();
  });

  test('may be typed with spaces', () => {
    expect(plainCode(' 123 456\u00A0')).toBe('123456');
  });
});

test('an application is told all it needs, and nothing twice', async () => {
  const made = await newSecret('zoé+vte@exemple.fr');
  const uri = new URL(made.uri);
  expect(Object.fromEntries(uri.searchParams)).toEqual({
    issuer: 'VTE Territoires',
    secret: made.secret,
    algorithm: 'SHA1',
    digits: '6',
    period: '30',
  });
  expect(decodeURIComponent(uri.pathname)).toContain('VTE Territoires:zoé+vte@exemple.fr');
  expect(Secret.fromBase32(made.secret).bytes).toHaveLength(20);
  expect(made.qrSvg).toMatch(/^<svg/);
  expect((await newSecret('zoé+vte@exemple.fr')).secret).not.toBe(made.secret);
});

test('recovery codes are ten, all different, and read however they are typed', () => {
  const codes = newRecoveryCodes();
  expect(new Set([...codes, ...newRecoveryCodes()]).size).toBe(20);
  for (const code of codes) expect(code).toMatch(/^[a-z2-7]{4}(-[a-z2-7]{4}){3}$/);
  const typed = ` ${codes[0]!.toUpperCase().replaceAll('-', ' ')}`;
  expect(recoveryCodeHash(typed)).toEqual(recoveryCodeHash(codes[0]!));
});
