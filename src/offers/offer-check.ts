import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { InputProblem, InvalidInput } from '../common/refusal.js';
import { OutsideFrance, outsideFrance } from '../companies/outside-france.js';
import { acceptableOccupationCode } from '../skills/codes.js';
import { SkillWords } from '../skills/skill-words.js';
import { Gazetteer } from '../territories/gazetteer.js';
import type { OfferDraft } from './offer-draft.js';
import type { OfferChangesInput } from './offer.input.js';
import { DurationTooShort } from './offer-refusals.js';
import { missingMonths, mostSkills, offerProblems } from './offer-rules.js';

/** What the caller wrote in the lists of skills, so that a problem is found where it was written. */
type SaidSkills = Pick<OfferChangesInput, 'requiredSkillCodes' | 'desiredSkillCodes'>;

const skillFields = ['requiredSkillCodes', 'desiredSkillCodes'] as const;

/**
 * Judges a draft with everything the platform knows; its communes come out under their present codes. A single problem of
 * a known kind is answered by a refusal of that type, several problems together by InvalidInput.
 */
@Injectable()
export class OfferCheck {
  constructor(
    private readonly clock: Clock,
    private readonly gazetteer: Gazetteer,
    private readonly skillWords: SkillWords,
  ) {}

  /** The codes an offer may name, of those said. To be asked outside of a transaction, whose connection it does not use. */
  acceptable(said: SaidSkills): Promise<ReadonlySet<string>> {
    return this.skillWords.acceptableSkillCodes(
      skillFields.flatMap((field) => said[field] ?? []).map((code) => code.trim()),
    );
  }

  /** Codes that the offer had `before` stay acceptable: a code retired since then is no fault of the revision. */
  judge(
    draft: OfferDraft,
    said: SaidSkills,
    acceptable: ReadonlySet<string>,
    before?: OfferDraft,
  ): OfferDraft | InvalidInput | OutsideFrance | DurationTooShort {
    const codes = new Set([...acceptable, ...skillFields.flatMap((field) => before?.[field] ?? [])]);
    const abroad = draft.sites.flatMap(({ communeCode }, index) =>
      this.gazetteer.isOutsideFrance(communeCode) ? [{ path: ['sites', index, 'communeCode'], communeCode }] : [],
    );
    const today = this.clock.today();
    const tooShort = missingMonths(draft, today);
    const problems = [
      ...offerProblems(draft, today, before),
      ...this.communeProblems(draft),
      ...skillProblems(draft, said, codes),
      ...occupationProblems(draft),
      ...abroad.map(({ path, communeCode }) => new InputProblem(path, outsideFrance(communeCode))),
    ];
    if (problems.length === 1 && abroad[0]) return new OutsideFrance(abroad[0].path, abroad[0].communeCode);
    if (problems.length === 1 && tooShort !== null) return new DurationTooShort(draft.contractType, tooShort);
    if (problems.length > 0) return new InvalidInput(problems);
    return { ...draft, sites: this.presentSites(draft) };
  }

  private communeProblems({ sites }: OfferDraft): InputProblem[] {
    return sites.flatMap(({ communeCode }, index) =>
      this.gazetteer.commune(communeCode) || this.gazetteer.isOutsideFrance(communeCode)
        ? []
        : [
            new InputProblem(['sites', index, 'communeCode'], {
              fr: `Le code INSEE « ${communeCode.slice(0, 20)} » n’est celui d’aucune commune.`,
              en: `The INSEE code “${communeCode.slice(0, 20)}” is that of no commune.`,
            }),
          ],
    );
  }

  private presentSites({ sites }: OfferDraft): OfferDraft['sites'] {
    const present = sites.map((site) => ({ ...site, communeCode: this.gazetteer.commune(site.communeCode)!.code }));
    const keyOf = (site: OfferDraft['sites'][number]): string => `${site.communeCode} ${site.address ?? ''}`;
    return [...new Map(present.map((site) => [keyOf(site), site])).values()];
  }
}

/** A list that is too long is one problem, not one for each of its codes. */
function skillProblems(draft: OfferDraft, said: SaidSkills, acceptable: ReadonlySet<string>): InputProblem[] {
  return skillFields.flatMap((field) =>
    draft[field].length > mostSkills
      ? []
      : draft[field]
          .filter((code) => !acceptable.has(code))
          .map((code) => unknownSkill([field, said[field]!.findIndex((one) => one.trim() === code)], code)),
  );
}

export const unknownSkill = (path: (string | number)[], code: string): InputProblem =>
  new InputProblem(path, {
    fr: `Aucune compétence ne porte le code « ${code.slice(0, 40)} » : cherchez-la avec la requête skills.`,
    en: `No skill has the code “${code.slice(0, 40)}”: look it up with the query skills.`,
  });

function occupationProblems({ occupationCode }: OfferDraft): InputProblem[] {
  return occupationCode === null || acceptableOccupationCode(occupationCode)
    ? []
    : [malformedOccupation(['occupationCode'])];
}

export const malformedOccupation = (path: (string | number)[]): InputProblem =>
  new InputProblem(path, {
    fr: 'Un code ROME s’écrit avec une lettre et quatre chiffres, comme H1502.',
    en: 'A ROME code is a letter and four digits, such as H1502.',
  });
