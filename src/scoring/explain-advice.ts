import type { Text } from '../common/text.js';
import type { Advice } from './advice.js';

const frenchNumber = new Intl.NumberFormat('fr-FR');
const englishNumber = new Intl.NumberFormat('en-GB');

/** "Apprendre AMDEC : +9 points", "Pratiquer AMDEC : +0,9 point". */
export function explainAdvice({ kind, skill, gain }: Advice, label: (code: string) => Text): Text {
  const { fr, en } = label(skill);
  return {
    fr: `${kind === 'LEARN' ? 'Apprendre' : 'Pratiquer'} ${fr} : +${frenchNumber.format(gain)} ${gain < 2 ? 'point' : 'points'}`,
    en: `${kind === 'LEARN' ? 'Learn' : 'Practise'} ${en}: +${englishNumber.format(gain)} ${gain === 1 ? 'point' : 'points'}`,
  };
}
