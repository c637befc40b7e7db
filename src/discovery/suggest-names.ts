import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { fold } from '../common/fold.js';
import type { Language } from '../common/text.js';
import type { NameInUse } from '../skills/dictionary.js';
import { Lexicon } from '../skills/lexicon.js';
import { titleForms, wordsToFind } from '../skills/word-key.js';
import type { Likeness, Suggested } from './suggest-likeness.js';
import { type Startable, Starts } from './suggest-starts.js';

/** A name as one would type it: one form of a title, with its place among names that are equally close. */
interface Named extends NameInUse {
  form: string;
  words: string[];
  english: boolean;
  place: number;
}

interface Ready {
  jobs: Starts<Named>;
  skills: Starts<Named>;
}

/** The process answers others between so many names. */
const atATime = 500;

/** Skills that only the ROME brought are sentences, many of them; longer ones are no searches. */
const longestSkill = 6;

/** Jobs and skills by what was typed of their names; in memory, made again when the lexicon is. */
@Injectable()
export class SuggestNames {
  private ready: Ready | null = null;
  private making: { from: object; ready: Promise<Ready> } | null = null;

  constructor(private readonly lexicon: Lexicon) {}

  /** Each occupation once, under the title that comes closest. */
  async jobs(typed: string, most: number, language: Language): Promise<Suggested[]> {
    const { jobs } = await this.starts();
    const mayShow = ({ english }: Named): boolean => language === 'en' || !english;
    return closest(jobs, typed, most, mayShow).map(([{ code, form, label }, close]) => {
      const shown = language === 'en' && label.en !== label.fr ? label.en : form;
      const detail = fold(shown) === fold(label.fr) ? null : language === 'en' && shown === label.en ? form : label.fr;
      const words = fold(form) === fold(label.en) ? (titleForms(label.fr)[0] ?? label.fr) : form;
      return {
        kind: 'OCCUPATION',
        code,
        label: shown,
        detail: detail === shown ? null : detail,
        words,
        likeness: close,
      };
    });
  }

  /** Each skill once; the detail is the word for it that was typed. */
  async skills(typed: string, most: number, language: Language): Promise<Suggested[]> {
    const { skills } = await this.starts();
    return closest(skills, typed, most).map(([{ code, form, label }, close]) => {
      const isLabel = [fold(label.fr), fold(label[language])].includes(fold(form));
      const detail = isLabel ? null : form;
      return { kind: 'SKILL', code, label: label[language], detail, words: label.fr, likeness: close };
    });
  }

  /** While another edition is made ready, the earlier one answers. */
  private async starts(): Promise<Ready> {
    const from = this.lexicon.edition;
    if (this.making?.from !== from) this.making = { from, ready: this.make(from) };
    if (!this.ready) return this.making.ready;
    return this.ready;
  }

  private async make(from: object): Promise<Ready> {
    const [jobs, skills]: [Named[], Named[]] = [[], []];
    for (const [at, name] of this.lexicon.names().entries()) {
      if (at % atATime === 0) await setImmediate();
      const english = name.text === name.label.en && name.label.en !== name.label.fr;
      const add = (form: string): Named => ({ ...name, form, english, place: 0, words: wordsToFind(fold(form)) });
      if (name.kind === 'OCCUPATION') jobs.push(...titleForms(name.text).map(add));
      else if (name.ours || name.text.split(' ').length <= longestSkill) skills.push(add(name.text));
    }
    const ready = { jobs: startsOf(jobs), skills: startsOf(skills) };
    // A later edition may have been ready earlier.
    if (this.making?.from === from) this.ready = ready;
    return ready;
  }
}

function closest(
  starts: Starts<Named>,
  typed: string,
  most: number,
  mayShow: (name: Named) => boolean = () => true,
): [Named, Likeness][] {
  const asked = wordsToFind(fold(typed)).join(' ');
  if (asked === '') return [];
  const codes = new Set<string>();
  const best: [Named, Likeness][] = [];
  for (const [name, close] of starts.find(asked)) {
    if (codes.has(name.code) || !mayShow(name)) continue;
    codes.add(name.code);
    if (best.push([name, close]) >= most) break;
  }
  return best;
}

/** Equally close: what the seed holds, French before English, labels before other words, what more occupations call for. */
function startsOf(names: Named[]): Starts<Named> {
  names.sort(
    (one, other) =>
      Number(other.ours) - Number(one.ours) ||
      Number(one.english) - Number(other.english) ||
      (one.kind === 'SKILL' ? Number(other.isLabel) - Number(one.isLabel) : 0) ||
      other.weight - one.weight ||
      one.form.length - other.form.length ||
      Number(other.isLabel) - Number(one.isLabel) ||
      (one.code < other.code ? -1 : 1),
  );
  names.forEach((name, place) => (name.place = place));
  return new Starts(
    names.map((thing): Startable<Named> => ({ thing, words: thing.words })),
    ({ place }) => place,
  );
}
