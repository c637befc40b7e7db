import { registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../common/enum-of.js';
import type { Text } from '../common/text.js';

export const welcomeSections = ['PRESENTATION', 'CONTACTS', 'HOUSING', 'TRANSPORT', 'EVENTS', 'LINKS'] as const;
export type WelcomeSection = (typeof welcomeSections)[number];
export const WelcomeSection = enumOf(welcomeSections);

export const WelcomeState = enumOf(['PUBLISHED', 'NOTHING_YET', 'FORMER'] as const);
export type WelcomeState = keyof typeof WelcomeState;

export const WelcomeAct = enumOf(['SAVED', 'PUBLISHED', 'HIDDEN', 'SHOWN', 'CONTACT_REMOVED'] as const);
export type WelcomeAct = keyof typeof WelcomeAct;

/** What visitors read where there is nothing, and what they can do. */
export const nothingSaid: Record<WelcomeSection, Text> = {
  PRESENTATION: {
    fr: 'Ce territoire ne s’est pas encore présenté. Ses entreprises et leurs offres sont affichées ici.',
    en: 'This territory has not presented itself yet. Its companies and their offers are shown here.',
  },
  CONTACTS: {
    fr: 'Aucun contact n’est publié : adressez-vous aux intercommunalités membres du territoire.',
    en: 'No contact is published: ask the groups of communes that the territory is made of.',
  },
  HOUSING: {
    fr: 'Aucune aide au logement n’est publiée : l’entreprise qui recrute et la mairie peuvent vous renseigner.',
    en: 'No help with housing is published: the company that hires and the town hall can tell you more.',
  },
  TRANSPORT: {
    fr: 'Aucune aide au transport n’est publiée : l’entreprise qui recrute et la mairie peuvent vous renseigner.',
    en: 'No help with transport is published: the company that hires and the town hall can tell you more.',
  },
  EVENTS: {
    fr: 'Aucun événement à venir n’est publié. Enregistrez une recherche pour être prévenu des nouvelles offres.',
    en: 'No coming event is published. Save a search to be told of new offers.',
  },
  LINKS: { fr: 'Aucun lien n’est publié.', en: 'No link is published.' },
};

export const nothingYet: Text = {
  fr: 'Ce territoire n’a encore rien publié. Vous pouvez voir ses entreprises et leurs offres, et enregistrer une recherche pour être prévenu.',
  en: 'This territory has not published anything yet. You can see its companies and their offers, and save a search to be told.',
};

export const former: Text = {
  fr: 'Ce territoire n’est plus dans la liste en vigueur et ne publie plus rien : voyez ceux qui lui ont succédé.',
  en: 'This territory is not on the list in force any more and does not publish: see those that came after it.',
};

registerEnumType(WelcomeSection, {
  name: 'TerritoryWelcomeSection',
  description: 'A part of what a territory says of itself.',
  valuesMap: {
    PRESENTATION: { description: 'The text by which it presents itself.' },
    CONTACTS: { description: 'People and services to write to.' },
    HOUSING: { description: 'Help with housing.' },
    TRANSPORT: { description: 'Help with getting about.' },
    EVENTS: { description: 'What takes place there.' },
    LINKS: { description: 'Links to other sites.' },
  },
});

registerEnumType(WelcomeState, {
  name: 'TerritoryWelcomeState',
  description: 'Whether a territory says something of itself.',
  valuesMap: {
    PUBLISHED: { description: 'It published something, maybe not in every part.' },
    NOTHING_YET: { description: 'There is nothing to read now.' },
    FORMER: { description: 'It is not on the list in force any more and says nothing: see its successors.' },
  },
});

registerEnumType(WelcomeAct, {
  name: 'TerritoryWelcomeAct',
  description: 'What was done to what a territory says of itself.',
  valuesMap: {
    SAVED: { description: 'The draft was changed.' },
    PUBLISHED: { description: 'The draft became what everyone reads.' },
    HIDDEN: { description: 'An administrator took it offline.' },
    SHOWN: { description: 'An administrator let it be read again.' },
    CONTACT_REMOVED: { description: 'A contact asked to be shown no more, and is not.' },
  },
});
