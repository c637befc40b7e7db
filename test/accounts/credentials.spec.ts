import fc from 'fast-check';
import { networkOf } from '../../src/accounts/client.js';
import { emailProblem, normaliseEmail } from '../../src/accounts/email.js';
import { Passwords } from '../../src/accounts/passwords.js';

describe('e-mail addresses', () => {
  test('one mailbox has one writing', () => {
    expect(normaliseEmail('  Zoe\u0308.Martin@Exemple.FR ')).toBe('zoë.martin@exemple.fr');
  });

  test.each([
    'a@b.fr',
    'prenom.nom+vte@sous.domaine.example',
    "o'neil@exemple.fr",
    'candidate@demo.example',
    'é@café.fr',
  ])('%j is accepted', (email) => {
    expect(emailProblem(email)).toBeNull();
  });

  test.each([
    ...['', 'a', 'a@', '@b.fr', 'a@b', 'a@@b.fr', 'a@b@c.fr', 'a b@c.fr', 'a@b..fr', 'a@.fr', 'a@b.fr.', 'a@-b.fr'],
    ...[
      'a@b-.fr',
      '.a@b.fr',
      'a.@b.fr',
      'a..b@c.fr',
      'a@b.1',
      'a@[127.0.0.1]',
      '<a@b.fr>',
      'a@b.fr\nBcc: c@d.fr',
      'a,b@c.fr',
    ],
    ...['\u202Ea@b.fr', 'a\u0000@b.fr', `${'a'.repeat(65)}@b.fr`, `a@${'b'.repeat(64)}.fr`, `a@${'b.'.repeat(130)}fr`],
  ])('%j is refused', (email) => {
    expect(emailProblem(email)).toMatchObject({ fr: expect.any(String), en: expect.any(String) });
  });

  test('normalising twice changes nothing', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (email) => {
        expect(normaliseEmail(normaliseEmail(email))).toBe(normaliseEmail(email));
        expect(emailProblem(normaliseEmail(email))?.fr ?? null).toBe(
          /^[^@]{1,64}@/.test(email) && !/["(),:;<>[\]\\]/.test(email) ? null : expect.any(String),
        );
      }),
    );
  });
});

describe('passwords', () => {
  const passwords = new Passwords();

  test.each(['volontariat-2026', 'tournevis cruciforme', 'éàü-çœ-ïëô-ùñ', '🔧🔩🛠️⚙️🔨⛏️🪛🪚🧰🧲'])(
    '%j may be taken',
    (password) => {
      expect(passwords.problem(password, 'marie.curie@exemple.fr')).toBeNull();
    },
  );

  test.each([
    ['court', 'trop court'],
    ['neuf-signe', null],
    ['neuf-sign', 'trop court'],
    ['x'.repeat(129), 'trop long'],
    ['motdepasse2026!', 'commun'],
    ['2026Azertyuiop', 'commun'],
    ['MotDePasse123', 'commun'],
    ['1234567890', 'commun'],
    ['ababababab', 'commun'],
    ['marie.curie@exemple.fr', 'e-mail'],
    ['Marie.Curie1867', 'e-mail'],
    ['exemple.fr', 'e-mail'],
  ])('%j: %s', (password, problem) => {
    const refused = passwords.problem(password, 'marie.curie@exemple.fr');
    expect(refused === null).toBe(problem === null);
  });

  test('are judged in time that grows with their length alone, beside whatever address', () => {
    const long = `${'1'.repeat(45_000)}a${'1'.repeat(45_000)}`;
    const before = performance.now();
    expect(passwords.problem('tournevis cruciforme', long)).toBeNull();
    expect(passwords.problem('tournevis cruciforme', null)).toBeNull();
    expect(performance.now() - before).toBeLessThan(1_000);
  });

  test('match their own hash, however the accents were typed, and no other', async () => {
    const hash = await passwords.hash('crème brûlée au four');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await passwords.matches('crème brûlée au four'.normalize('NFD'), hash)).toBe(true);
    expect(await passwords.matches('creme brulee au four', hash)).toBe(false);
    expect(await passwords.matches('crème brûlée au four', undefined)).toBe(false);
  });
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002::9', '2001:db8:1:2::/64'],
  ['2001:db8::9', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('attempts from %s are counted for %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
