import type { Dice } from './dice.js';
import * as said from './industry-words.js';

/** What an offer's words are made from. */
export interface About {
  label: string;
  titles: string[] | null;
  skills: string[];
  contractType: string;
  studyLevel: string | null;
  town: string;
}

const levels: Record<string, string> = {
  CAP_BEP: 'CAP',
  BAC: 'bac pro',
  BAC_2: 'bac+2',
  BAC_3: 'bac+3',
  BAC_5: 'bac+5',
  DOCTORATE: 'doctorat',
};

/** As companies write them: "Technicienne qualité", "Technicien(ne) qualité (H/F)", "Technicien / Technicienne qualité – Oyonnax". */
export function offerTitle(dice: Dice, { label, titles, contractType, studyLevel, town }: About): string {
  const title = gendered(dice, dice.chance(0.3) ? label : dice.pick(titles ?? [label]));
  const workStudy = contractType === 'APPRENTICESHIP' || contractType === 'PROFESSIONALISATION';
  const level = studyLevel && dice.chance(0.15) ? ` ${levels[studyLevel]!}` : '';
  const standing = dice.chance(0.2) ? ` ${dice.pick(said.standings)}` : '';
  const contract = workStudy && dice.chance(0.5) ? ' en alternance' : '';
  const place = dice.chance(0.1) ? ` – ${town}` : '';
  const field = dice.chance(0.2) ? ` ${dice.pick(said.fields)}` : '';
  return `${title}${field}${standing}${contract}${level}${dice.chance(0.5) ? ` ${dice.pick(said.sexes)}` : ''}${place}`;
}

/** "Technicien / Technicienne qualité": both, the man's, the woman's, or "Technicien(ne)". */
function gendered(dice: Dice, title: string): string {
  const both = /^(.+?) \/ (\S+)(.*)$/u.exec(title);
  if (!both) return title;
  const [, man, woman, rest] = both as unknown as [string, string, string, string];
  const way = dice.int(0, 3);
  if (way === 0) return title;
  if (way === 1) return `${man}${rest}`;
  if (way === 2) return `${woman}${rest}`;
  return `${man}(${woman.endsWith('ne') ? 'ne' : 'e'})${rest}`;
}

/** Who we are, what you do, what you know, what we offer: 55 to 105 words. */
export function offerText(dice: Dice, { label, skills, town }: About): string {
  const wanted = dice.int(55, 85);
  const fill = (sentence: string): string =>
    sentence.replace(/\{(\w+)\}/g, (_, slot: string) => {
      if (slot === 'town') return town;
      if (slot === 'label') return label.toLocaleLowerCase('fr');
      if (slot === 'figure') return String(dice.int(3, 480));
      if (slot === 'skill') return dice.pick(skills.length > 0 ? skills : said.generalSkills);
      return dice.pick(said.slots[slot]!);
    });
  const sentences = [fill(dice.pick(said.companies))];
  const tasks = dice.some(said.tasks, 5, 9);
  let words = count(sentences[0]!);
  for (const task of [dice.pick(said.teams), ...tasks, dice.pick(said.profiles), dice.pick(said.benefits)]) {
    if (words >= wanted) break;
    const sentence = fill(task);
    sentences.push(sentence);
    words += count(sentence);
  }
  return sentences.join(' ');
}

const count = (sentence: string): number => sentence.split(' ').length;
