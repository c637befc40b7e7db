import type { SkillLevel } from '../candidates/skill-level.js';
import type { Text } from '../common/text.js';
import { typeset } from '../common/typography.js';
import type { Advice } from './advice.js';
import { pointsLong } from './explain-words.js';

const toDeepen: Record<Exclude<SkillLevel, 'NOTION'>, Text> = {
  PRACTISED: { fr: 'Pratiquer', en: 'Practise' },
  MASTERED: { fr: 'Maîtriser', en: 'Master' },
};

/** "Apprendre AMDEC : +9 points", "Pratiquer AMDEC : +0,9 point", "Maîtriser AMDEC : +0,4 point". */
export function explainAdvice({ kind, skill, level, gain }: Advice, label: (code: string) => Text): Text {
  const [{ fr, en }, points] = [label(skill), pointsLong(gain)];
  const verb = kind === 'LEARN' ? { fr: 'Apprendre', en: 'Learn' } : toDeepen[level];
  return typeset({ fr: `${verb.fr} ${fr} : +${points.fr}`, en: `${verb.en} ${en}: +${points.en}` });
}
