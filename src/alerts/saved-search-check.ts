import { Injectable } from '@nestjs/common';
import { InputProblem } from '../common/refusal.js';
import { isSkillCode, mostValues } from '../offers/filter-problems.js';
import { unknownSkill } from '../offers/offer-check.js';
import { OfferFilters } from '../offers/offer-filter.js';
import { checkedWords, longestQuery } from '../search/search-words.js';
import { SkillWords } from '../skills/skill-words.js';
import { filterFrom, type KeptFilter } from './kept-filter.js';
import { PlainReading } from './plain-reading.js';
import { filterTooLong } from './saved-search-refusals.js';

const longestFilter = 20_000;

/** Finds everything that keeps a search from being carried out, before it is kept for months. */
@Injectable()
export class SavedSearchCheck {
  constructor(
    private readonly filters: OfferFilters,
    private readonly skillWords: SkillWords,
    private readonly reader: PlainReading,
  ) {}

  async problems(words: string, literal: boolean, kept: KeptFilter): Promise<InputProblem[]> {
    const problems = [...wordsProblems(words), ...(await this.filterProblems(kept))];
    if (problems.length === 0) this.reader.of({ words, literal, filter: filterFrom(kept) });
    return problems;
  }

  private async filterProblems(kept: KeptFilter): Promise<InputProblem[]> {
    if (JSON.stringify(kept).length > longestFilter) return [filterTooLong()];
    return [...this.filters.problems(filterFrom(kept)), ...(await this.unknownSkills(kept.skillCodes ?? []))];
  }

  /** Of codes that are written well: of the others, and of too many, the filter tells by itself. */
  private async unknownSkills(said: readonly string[]): Promise<InputProblem[]> {
    if (said.length > mostValues) return [];
    const codes = said.map((code) => code.normalize('NFKC').trim().toLowerCase());
    const known = await this.skillWords.acceptableSkillCodes(codes);
    return codes.flatMap((code, at) =>
      isSkillCode(code) && !known.has(code) ? [unknownSkill(['filter', 'skillCodes', at], code)] : [],
    );
  }
}

function wordsProblems(words: string): InputProblem[] {
  try {
    checkedWords(words);
    return [];
  } catch {
    return [
      new InputProblem(['words'], {
        fr: `Les mots d’une recherche comptent au plus ${longestQuery} caractères.`,
        en: `The words of a search have at most ${longestQuery} characters.`,
      }),
    ];
  }
}
