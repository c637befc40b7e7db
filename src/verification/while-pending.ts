import type { Text } from '../common/text.js';
import type { Doubt } from './doubts.js';

/** What its members can do about a doubt, after which the platform looks again by itself. */
const remedies: Partial<Record<Doubt, Text>> = {
  NAME_DIFFERS: {
    fr: 'donnez à l’entreprise un de ses noms au registre',
    en: 'give the company one of its names in the register',
  },
  NO_WEBSITE: { fr: 'indiquez le site de l’entreprise', en: 'give the website of the company' },
  EMAIL_NOT_CONFIRMED: { fr: 'confirmez votre adresse e-mail', en: 'confirm your e-mail address' },
  EMAIL_PUBLIC: companysAddress(),
  EMAIL_ELSEWHERE: companysAddress(),
};

const prepare: Text = {
  fr: 'Vous pouvez déjà préparer vos offres : elles sont enregistrées et seront publiées dès que l’entreprise sera vérifiée.',
  en: 'You can prepare your offers already: they are saved and will be public as soon as the company is verified.',
};

const asked: Text = {
  fr: 'Le registre public est interrogé : vous n’avez rien à faire pour le moment.',
  en: 'The public register is being asked: there is nothing to do for now.',
};

const byPeople: Text = {
  fr: 'Un administrateur de la plateforme vérifie l’entreprise. Vous pouvez lui écrire ce qui peut l’y aider en demandant une nouvelle vérification.',
  en: 'An administrator of the platform verifies the company. You can write to them what may help by asking for it to be verified again.',
};

/** What members of a company that is being looked at can do: only what settles something where nothing else is doubted. */
export function whilePending(doubts: readonly Doubt[]): Text {
  const said = doubts.map((doubt) => remedies[doubt]);
  const known = said.filter((remedy) => remedy !== undefined);
  if (doubts.length > 0 && known.length === said.length) return together(prepare, faster(known));
  return together(prepare, doubts.includes('REGISTER_SILENT') && !doubts.includes('REFUSED_BEFORE') ? asked : byPeople);
}

const faster = (remedies: readonly Text[]): Text => ({
  fr: `Pour ne pas attendre un administrateur : ${remedies.map(({ fr }) => fr).join(' ; ')}. Nous regardons alors à nouveau par nous-mêmes.`,
  en: `To wait for no administrator: ${remedies.map(({ en }) => en).join('; ')}. We then look again by ourselves.`,
});

const together = (one: Text, other: Text): Text => ({ fr: `${one.fr} ${other.fr}`, en: `${one.en} ${other.en}` });

function companysAddress(): Text {
  return {
    fr: 'qu’une personne propriétaire utilise une adresse e-mail du domaine du site',
    en: 'let an owner use an e-mail address at the domain of the website',
  };
}
