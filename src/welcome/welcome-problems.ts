import { emailProblem } from '../accounts/email.js';
import { InputProblem } from '../common/refusal.js';
import type { Text } from '../common/text.js';
import { type Help, longest, most, type WelcomeEvent, type Words } from './welcome-content.js';
import type { Draft } from './welcome-draft.js';

type Path = readonly (string | number)[];

/** What the rules have to ask about places and people. */
export interface Known {
  isCommune: (code: string) => boolean;
  /** Whether whoever has this address asked to be shown no more by this territory. */
  wasRemoved: (email: string) => boolean;
}

const longestEvent = 31 * 86_400_000;

/** All that is wrong with a draft, each with the way to its field. */
export function welcomeProblems({ content, contacts }: Draft, known: Known): InputProblem[] {
  const problems: InputProblem[] = [];
  const wrong = (path: Path, text: Text): void => {
    problems.push(new InputProblem(['input', ...path], text));
  };
  /** The French is what everyone can read; without it there is nothing. */
  const words = (path: Path, said: Words | null, limit: number): void => {
    if (said === null) return;
    if (said.fr === '') wrong([...path, 'fr'], frenchMissing);
    for (const language of ['fr', 'en'] as const) {
      if ([...(said[language] ?? '')].length > limit) wrong([...path, language], tooLong(limit));
    }
  };
  const line = (path: Path, said: string | null, limit: number): void => {
    if ([...(said ?? '')].length > limit) wrong(path, tooLong(limit));
  };
  const address = (path: Path, url: string | null): void => {
    if (url !== null && !isWebAddress(url)) wrong(path, notAnAddress);
  };
  const help = (path: Path, one: Help): void => {
    words([...path, 'title'], one.title, longest.title);
    words([...path, 'text'], one.text, longest.text);
    line([...path, 'by'], one.by, longest.by);
    words([...path, 'amount'], one.amount, longest.amount);
    address([...path, 'url'], one.url);
  };
  const event = (path: Path, one: WelcomeEvent): void => {
    words([...path, 'title'], one.title, longest.title);
    words([...path, 'text'], one.text, longest.text);
    const lasts = Date.parse(one.endsAt) - Date.parse(one.startsAt);
    if (lasts <= 0) wrong([...path, 'endsAt'], endsBefore);
    else if (lasts > longestEvent) wrong([...path, 'endsAt'], lastsTooLong);
    if (one.communeCode !== null && !known.isCommune(one.communeCode)) wrong([...path, 'communeCode'], noCommune);
    line([...path, 'place'], one.place, longest.place);
    address([...path, 'url'], one.url);
  };

  words(['presentation'], content.presentation, longest.presentation);
  for (const [list, limit] of Object.entries(most) as [keyof typeof most, number][]) {
    const found = list === 'contacts' ? contacts : content[list];
    if (found.length > limit) wrong([list], tooMany(limit));
  }
  contacts.forEach(({ name, role, email, phone, agreed }, at) => {
    const path: Path = ['contacts', at];
    line([...path, 'name'], name, longest.name);
    words([...path, 'role'], role, longest.role);
    if (email === null && phone === null) wrong([...path, 'email'], unreachable);
    const problem = email === null ? null : emailProblem(email);
    if (problem) wrong([...path, 'email'], problem);
    else if (email !== null && known.wasRemoved(email)) wrong([...path, 'email'], askedToGo);
    if (phone !== null && !isPhone(phone)) wrong([...path, 'phone'], notAPhone);
    if (name !== null && !agreed) wrong([...path, 'agreed'], notAgreed);
  });
  content.housing.forEach((one, at) => {
    help(['housing', at], one);
  });
  content.transport.forEach((one, at) => {
    help(['transport', at], one);
  });
  content.events.forEach((one, at) => {
    event(['events', at], one);
  });
  content.links.forEach(({ title, url }, at) => {
    words(['links', at, 'title'], title, longest.title);
    address(['links', at, 'url'], url);
  });
  return problems;
}

/** Such as 04 74 00 00 00 or +33 4 74 00 00 00; short numbers of services too. */
const isPhone = (phone: string): boolean =>
  /^\+?[0-9 ().-]{4,25}$/.test(phone) && /^\d{4,15}$/.test(phone.replace(/\D/g, ''));

function isWebAddress(url: string): boolean {
  if (url.length > longest.url || /[\s<>"'\\\p{Cc}]/u.test(url) || !URL.canParse(url)) return false;
  const { protocol, hostname, username, password } = new URL(url);
  return protocol === 'https:' && /[^.]\.[^.]/.test(hostname) && username === '' && password === '';
}

const tooLong = (limit: number): Text => ({
  fr: `Ce texte compte au plus ${limit.toLocaleString('fr-FR')} caractères.`,
  en: `This text has at most ${limit.toLocaleString('en-GB')} characters.`,
});
const tooMany = (limit: number): Text => ({
  fr: `Il y en a au plus ${limit}.`,
  en: `There are at most ${limit} of these.`,
});
const frenchMissing: Text = { fr: 'Écrivez ce texte en français.', en: 'Write this text in French.' };
const notAnAddress: Text = {
  fr: 'L’adresse du site est complète et commence par https://.',
  en: 'The address of the site is whole and begins with https://.',
};
const endsBefore: Text = {
  fr: 'L’événement se termine après avoir commencé.',
  en: 'The event ends after it has begun.',
};
const lastsTooLong: Text = { fr: 'Un événement dure au plus 31 jours.', en: 'An event lasts at most 31 days.' };
const noCommune: Text = { fr: 'Aucune commune n’a ce code INSEE.', en: 'No commune has this INSEE code.' };
const unreachable: Text = {
  fr: 'Donnez une adresse e-mail ou un numéro de téléphone.',
  en: 'Give an e-mail address or a telephone number.',
};
const notAPhone: Text = {
  fr: 'Ce numéro de téléphone n’est pas valable : il s’écrit comme 04 74 00 00 00 ou +33 4 74 00 00 00.',
  en: 'This telephone number is not valid: it reads like 04 74 00 00 00 or +33 4 74 00 00 00.',
};
const notAgreed: Text = {
  fr: 'Une personne n’est affichée qu’avec son accord : indiquez qu’elle l’a donné, ou nommez seulement le service.',
  en: 'A person is shown only if they agreed: say that they did, or name the service alone.',
};
const askedToGo: Text = {
  fr: 'Cette personne a demandé à ne plus figurer parmi les contacts de ce territoire.',
  en: 'This person asked not to be among the contacts of this territory any more.',
};
