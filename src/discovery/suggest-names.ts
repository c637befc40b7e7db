import { Injectable } from '@nestjs/common';
import { fold } from '../common/fold.js';
import type { Language } from '../common/text.js';
import type { NameInUse } from '../skills/dictionary.js';
import { Lexicon } from '../skills/lexicon.js';
import { titleForms, wordsToFind } from '../skills/word-key.js';
import type { Suggested } from './suggest-likeness.js';
import { type Startable, Starts } from './suggest-starts.js';

/** A name as one would type it: one form of a title, with its place among names that are equally close. */
interface TypedName extends NameInUse {
  form: string;
  place: number;
}

/** Skills that only the ROME brought are sentences, many of them; longer ones are no searches. */
const longestSkill = 6;

/** Jobs and skills by what was typed of their names; in memory, made again when the lexicon is. */
@Injectable()
export class SuggestNames {
  private made: { from: object; jobs: Starts<TypedName>; skills: Starts<TypedName> } | null = null;

  constructor(private readonly lexicon: Lexicon) {}

  /** Each occupation once, under the title that comes closest. */
  jobs(typed: string, most: number, language: Language): Suggested[] {
    return this.closest(this.starts().jobs, typed, most).map(([{ code, form, label }, close]) => {
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
  skills(typed: string, most: number, language: Language): Suggested[] {
    return this.closest(this.starts().skills, typed, most).map(([{ code, form, label }, close]) => {
      const isLabel = [fold(label.fr), fold(label[language])].includes(fold(form));
      const detail = isLabel ? null : form;
      return { kind: 'SKILL', code, label: label[language], detail, words: label.fr, likeness: close };
    });
  }

  private closest(starts: Starts<TypedName>, typed: string, most: number): [TypedName, Suggested['likeness']][] {
    const asked = wordsToFind(fold(typed)).join(' ');
    if (asked === '') return [];
    const found = [...starts.find(asked, most * 4)].sort(
      ([one, near], [other, far]) => near - far || one.place - other.place,
    );
    const codes = new Set<string>();
    const best: [TypedName, Suggested['likeness']][] = [];
    for (const [name, close] of found) {
      if (codes.has(name.code)) continue;
      codes.add(name.code);
      if (best.push([name, close]) >= most) break;
    }
    return best;
  }

  private starts(): { jobs: Starts<TypedName>; skills: Starts<TypedName> } {
    const from = this.lexicon.edition;
    if (this.made?.from !== from) {
      const names = this.lexicon.names();
      this.made = {
        from,
        jobs: startsOf(
          names
            .filter(({ kind }) => kind === 'OCCUPATION')
            .flatMap((name) => titleForms(name.text).map((form) => ({ ...name, form }))),
        ),
        skills: startsOf(
          names
            .filter(({ kind, ours, text }) => kind === 'SKILL' && (ours || text.split(' ').length <= longestSkill))
            .map((name) => ({ ...name, form: name.text })),
        ),
      };
    }
    return this.made;
  }
}

/** Equally close: what the seed holds, what more occupations call for, a label, the shorter name. */
function startsOf(names: (NameInUse & { form: string })[]): Starts<TypedName> {
  const order = (one: TypedName, other: TypedName): number =>
    Number(other.ours) - Number(one.ours) ||
    other.weight - one.weight ||
    one.form.length - other.form.length ||
    Number(other.isLabel) - Number(one.isLabel) ||
    (one.code < other.code ? -1 : 1);
  const placed = names.map((name): TypedName => ({ ...name, place: 0 })).sort(order);
  placed.forEach((name, place) => (name.place = place));
  return new Starts(placed.map((thing): Startable<TypedName> => ({ thing, words: wordsToFind(fold(thing.form)) })));
}
