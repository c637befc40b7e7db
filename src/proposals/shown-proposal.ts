import type { Language, Text } from '../common/text.js';
import type { Proposal } from '../extraction/proposal.js';
import type { OfferProposalType, ProfileProposalType } from './proposals.type.js';

/** A proposal as the candidate gets it, through GraphQL and from `POST /cv` alike. `text` is what was read. */
export const shownProfile = (proposal: Proposal, text: string, language: Language): ProfileProposalType => ({
  ...shownLists(proposal, language),
  text,
  cut: proposal.cut,
  studyLevel: proposal.studyLevel,
  diplomaOn: proposal.diplomaOn,
  contractTypes: proposal.contractTypes,
  availableFrom: proposal.availableFrom,
  licences: proposal.licences,
});

/** A proposal as the company gets it. An offer has one occupation and one contract: the surest are proposed. */
export function shownOffer(proposal: Proposal, text: string, language: Language): OfferProposalType {
  const { skills, occupations, languages } = shownLists(proposal, language);
  return {
    text,
    cut: proposal.cut,
    skills,
    occupation: occupations[0] ?? null,
    languages,
    studyLevel: proposal.studyLevel,
    contractType: proposal.contractTypes[0] ?? null,
    startsOn: proposal.availableFrom,
    licences: proposal.licences,
  };
}

function shownLists({ skills, occupations, languages, places }: Proposal, language: Language) {
  const named = <Item extends { label: Text }>(items: Item[]) =>
    items.map((item) => ({ ...item, label: item.label[language] }));
  return { skills: named(skills), occupations: named(occupations), languages: named(languages), places: named(places) };
}
