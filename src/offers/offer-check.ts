import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { InputProblem, InvalidInput } from '../common/refusal.js';
import { OutsideFrance, outsideFrance } from '../companies/outside-france.js';
import { SkillWords } from '../skills/skill-words.js';
import { Gazetteer } from '../territories/gazetteer.js';
import type { OfferDraft } from './offer-draft.js';
import { DurationTooShort } from './offer-refusals.js';
import { missingMonths, offerProblems } from './offer-rules.js';

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

  async judge(
    draft: OfferDraft,
    before?: { startsOn: string | null; requiredSkillCodes: string[]; desiredSkillCodes: string[] },
  ): Promise<OfferDraft | InvalidInput | OutsideFrance | DurationTooShort> {
    const abroad = draft.sites.flatMap(({ communeCode }, index) =>
      this.gazetteer.isOutsideFrance(communeCode) ? [{ path: ['sites', index, 'communeCode'], communeCode }] : [],
    );
    const tooShort = missingMonths(draft);
    const problems = [
      ...offerProblems(draft, this.clock.today(), before),
      ...this.communeProblems(draft),
      ...(await this.codeProblems(draft, before)),
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

  /** Codes that the offer already had stay acceptable: a code retired since then is no fault of the revision. */
  private async codeProblems(
    draft: OfferDraft,
    before?: { requiredSkillCodes: string[]; desiredSkillCodes: string[] },
  ): Promise<InputProblem[]> {
    const asked = [...draft.requiredSkillCodes, ...draft.desiredSkillCodes];
    const acceptable = await this.skillWords.acceptableSkillCodes(asked);
    for (const code of [...(before?.requiredSkillCodes ?? []), ...(before?.desiredSkillCodes ?? [])])
      acceptable.add(code);
    const problems = (['requiredSkillCodes', 'desiredSkillCodes'] as const).flatMap((field) =>
      draft[field].flatMap((code, index) => (acceptable.has(code) ? [] : [unknownSkill(field, index, code)])),
    );
    if (draft.occupationCode !== null && !/^[A-Z]\d{4}$/.test(draft.occupationCode)) {
      problems.push(
        new InputProblem(['occupationCode'], {
          fr: 'Un code ROME s’écrit avec une lettre et quatre chiffres, comme H1502.',
          en: 'A ROME code is a letter and four digits, such as H1502.',
        }),
      );
    }
    return problems;
  }

  private presentSites({ sites }: OfferDraft): OfferDraft['sites'] {
    const present = sites.map((site) => ({ ...site, communeCode: this.gazetteer.commune(site.communeCode)!.code }));
    const keyOf = (site: OfferDraft['sites'][number]): string => `${site.communeCode} ${site.address ?? ''}`;
    return [...new Map(present.map((site) => [keyOf(site), site])).values()];
  }
}

const unknownSkill = (field: string, index: number, code: string): InputProblem =>
  new InputProblem([field, index], {
    fr: `Aucune compétence ne porte le code « ${code.slice(0, 40)} » : cherchez-la avec la requête skills.`,
    en: `No skill has the code “${code.slice(0, 40)}”: look it up with the query skills.`,
  });
