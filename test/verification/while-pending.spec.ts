import type { Doubt } from '../../src/verification/doubts.js';
import { whilePending } from '../../src/verification/while-pending.js';

const says = (...doubts: Doubt[]): string => whilePending(doubts).fr;

test('what settles a doubt is asked for where nothing else is doubted, and only what is missing', () => {
  expect(says('NO_WEBSITE')).toContain('administrateur : indiquez le site de l’entreprise. Nous regardons');
  expect(says('NO_WEBSITE', 'EMAIL_PUBLIC')).toMatch(/le site de l’entreprise ; qu’une personne propriétaire/);
  expect(says('EMAIL_ELSEWHERE')).not.toContain('indiquez le site');
  expect(says('EMAIL_NOT_CONFIRMED')).toContain('confirmez votre adresse');
});

test('nothing is asked for that would not help', () => {
  for (const doubts of [
    [],
    ['REGISTER_OFF', 'NO_WEBSITE'],
    ['NOT_IN_REGISTER', 'NO_WEBSITE', 'EMAIL_PUBLIC'],
    ['REFUSED_BEFORE', 'EMAIL_ELSEWHERE'],
    ['REFUSED_BEFORE', 'REGISTER_SILENT'],
    ['DOMAIN_UNUSUAL'],
  ] satisfies Doubt[][]) {
    expect(says(...doubts)).toMatch(/Un administrateur/);
    expect(says(...doubts)).not.toMatch(/site|adresse/);
  }
  expect(says('REGISTER_SILENT')).toMatch(/interrogé : vous n’avez rien à faire/);
});
