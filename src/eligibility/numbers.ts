import type { Text } from '../common/text.js';

const french = new Intl.NumberFormat('fr-FR');
const english = new Intl.NumberFormat('en-GB');

/** "1 salarié", "5 000 salariés". */
export const staff = (count: number): Text => ({
  fr: `${french.format(count)} ${count < 2 ? 'salarié' : 'salariés'}`,
  en: `${english.format(count)} staff`,
});

/** "43 000 000 €". */
export const euros = (amount: number): Text => ({ fr: `${french.format(amount)} €`, en: `€${english.format(amount)}` });
