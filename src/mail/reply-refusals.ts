import type { Text } from '../common/text.js';

/**
 * An answer of an SMTP server that is no "yes": 4xx asks to try later, 5xx is for good. The sender’s server tells the writer,
 * and may know no signs but ASCII.
 */
export class ReplyRefused extends Error {
  constructor(
    readonly responseCode: number,
    status: string,
    { fr, en }: Text,
  ) {
    super(ascii(`${status} ${fr === en ? fr : `${fr} (${en})`}`));
  }
}

const reasons = {
  /** The same for addresses that never were and those that are no more. */
  unknown: [550, '5.1.1', { fr: 'Cette adresse n’existe pas.', en: 'No such address.' }],
  noSender: [
    550,
    '5.7.1',
    { fr: 'Les notifications ne sont pas prises ici.', en: 'Notifications are not taken here.' },
  ],
  oneAtATime: [452, '4.5.3', { fr: 'Un destinataire à la fois.', en: 'One recipient at a time.' }],
  automatic: [
    550,
    '5.7.1',
    { fr: 'Les réponses automatiques ne sont pas transmises.', en: 'Automatic answers are not passed on.' },
  ],
  loop: [554, '5.4.6', { fr: 'Ce message tourne en rond.', en: 'This message goes round in circles.' }],
  otherSender: [
    550,
    '5.7.1',
    {
      fr: 'Répondez depuis l’adresse à laquelle le courriel vous a été envoyé, ou sur la plateforme.',
      en: 'Answer from the address that the e-mail was sent to, or on the platform.',
    },
  ],
  tooLarge: [552, '5.3.4', { fr: 'Ce message est trop volumineux.', en: 'This message is too large.' }],
  unreadable: [554, '5.6.0', { fr: 'Ce message est illisible.', en: 'This message cannot be read.' }],
  empty: [
    554,
    '5.6.0',
    {
      fr: 'Aucun texte n’a été trouvé au-dessus du courriel cité.',
      en: 'No text was found above the quoted e-mail.',
    },
  ],
  tooMany: [451, '4.7.1', { fr: 'Trop de messages : réessayez plus tard.', en: 'Too many messages: try again later.' }],
  ours: [451, '4.3.0', { fr: 'Une erreur est survenue de notre côté.', en: 'Something went wrong on our side.' }],
} as const satisfies Record<string, readonly [code: number, status: string, because: Text]>;

export function refused(reason: keyof typeof reasons): ReplyRefused {
  const [code, status, because] = reasons[reason];
  return new ReplyRefused(code, status, because);
}

/** What the room that takes answers says, in one line. */
export const refusedBecause = (because: Text): ReplyRefused => new ReplyRefused(554, '5.7.1', because);

const ascii = (text: string): string =>
  text
    .replace(/[’‘]/gu, "'")
    .replace(/[«»“”]/gu, '"')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/[^ -~]/gu, '?')
    .slice(0, 400);
