import type { Text } from '../common/text.js';
import { endReasonLabels, type HireEndReason } from './hire-moves.js';
import type { HireParties } from './hire-parties.js';
import type { Hire } from './hire.entity.js';

type About = Pick<HireParties, 'companyName'> & Pick<Hire, 'missionTitle'>;

/** What letters about a hire name. */
export const about = ({ companyName }: HireParties, { missionTitle }: Hire): About => ({ companyName, missionTitle });

const named = ({ missionTitle, companyName }: About): string => `« ${missionTitle} », ${companyName}`;
const namedEn = ({ missionTitle, companyName }: About): string => `“${missionTitle}”, ${companyName}`;

const subject = (fr: string, en: string, of: About): Text => ({
  fr: `${fr} : ${of.missionTitle}`,
  en: `${en}: ${of.missionTitle}`,
});

export const declared = (of: About) => ({
  kind: 'hire-declared',
  subject: subject('Votre embauche est déclarée', 'Your hire is declared', of),
  paragraphs: [
    {
      fr: `L’entreprise ${of.companyName} déclare vous avoir embauché·e : ${named(of)}.`,
      en: `The company ${of.companyName} declares that it hired you: ${namedEn(of)}.`,
    },
    {
      fr: 'Elle prépare la charte du VTE, que vous lirez et signerez tous les deux sur la plateforme. Si cette embauche n’a pas eu lieu, dites-le depuis sa page.',
      en: 'It prepares the charter of the VTE, which both of you read and sign on the platform. If this hire did not take place, say so on its page.',
    },
  ],
});

export const accepted = (of: About) => ({
  kind: 'hire-accepted',
  subject: subject('La personne embauchée a répondu', 'The person hired has answered', of),
  paragraphs: [
    {
      fr: `La personne à qui vous avez écrit dit que c’est bien elle : ${named(of)}. Vous pouvez ouvrir la charte à la signature dès qu’elle est complète.`,
      en: `Whoever you wrote to says that it is them: ${namedEn(of)}. You can open the charter for signature as soon as it is complete.`,
    },
  ],
});

export const disowned = (of: About) => ({
  kind: 'hire-disowned',
  subject: subject('L’embauche déclarée est annulée', 'The hire you declared is called off', of),
  paragraphs: [
    {
      fr: `La personne à qui vous avez écrit ne confirme pas que c’est elle : ${named(of)}. Vérifiez l’adresse, puis déclarez l’embauche de nouveau s’il y a lieu.`,
      en: `Whoever you wrote to does not confirm that it is them: ${namedEn(of)}. Check the address, then declare the hire again if need be.`,
    },
  ],
});

export const unanswered = (of: About) => ({
  kind: 'hire-unanswered',
  subject: subject('L’embauche déclarée est annulée', 'The hire you declared is called off', of),
  paragraphs: [
    {
      fr: `Personne n’a répondu en trente jours à la lettre de la plateforme : ${named(of)}. Vérifiez l’adresse, puis déclarez l’embauche de nouveau s’il y a lieu.`,
      en: `Nobody answered the letter of the platform within thirty days: ${namedEn(of)}. Check the address, then declare the hire again if need be.`,
    },
  ],
});

export const opened = (of: About) => ({
  kind: 'charter-open',
  subject: subject('Charte à lire et à signer', 'Charter to be read and signed', of),
  paragraphs: [
    {
      fr: `La charte du VTE est ouverte à la signature : ${named(of)}. Lisez-la, puis signez-la avec votre mot de passe.`,
      en: `The charter of the VTE is open for signature: ${namedEn(of)}. Read it, then sign it with your password.`,
    },
  ],
});

export const renewed = (of: About, hadSignatures: boolean, isOpen: boolean) => ({
  kind: 'charter-renewed',
  subject: subject('La charte a changé', 'The charter has changed', of),
  paragraphs: [
    {
      fr: `Les données de l’embauche ont changé : ${named(of)}. ${hadSignatures ? 'La version précédente et ses signatures ne valent plus.' : 'La version précédente ne vaut plus.'}`,
      en: `The data of the hire have changed: ${namedEn(of)}. ${hadSignatures ? 'The version before and its signatures are void.' : 'The version before is void.'}`,
    },
    isOpen
      ? { fr: 'Une nouvelle version est à lire et à signer.', en: 'A new version is to be read and signed.' }
      : {
          fr: 'L’entreprise doit encore la compléter avant de l’ouvrir de nouveau à la signature.',
          en: 'The company must complete it before it opens for signature again.',
        },
  ],
});

export const otherSigned = (of: About) => ({
  kind: 'charter-signed-once',
  subject: subject('À vous de signer la charte', 'It is for you to sign the charter', of),
  paragraphs: [
    {
      fr: `L’autre partie a signé la charte : ${named(of)}. Il ne manque plus que votre signature.`,
      en: `The other side has signed the charter: ${namedEn(of)}. Only your signature is missing.`,
    },
  ],
});

export const bothHaveSigned = (of: About, sha256: string) => ({
  kind: 'charter-signed',
  subject: subject('La charte est signée', 'The charter is signed', of),
  paragraphs: [
    {
      fr: `Les deux parties ont signé la charte : ${named(of)}. Le PDF signé vous attend sur la page de l’embauche.`,
      en: `Both have signed the charter: ${namedEn(of)}. The signed PDF is on the page of the hire.`,
    },
    { fr: `Empreinte SHA-256 du document signé : ${sha256}`, en: `SHA-256 of the document that was signed: ${sha256}` },
  ],
});

export const reminder = (of: About, days: number) => ({
  kind: 'charter-reminder',
  subject: subject('La charte attend votre signature', 'The charter waits for your signature', of),
  paragraphs: [
    {
      fr: `Depuis ${days} jours, la charte attend votre signature : ${named(of)}.`,
      en: `For ${days} days the charter has been waiting for your signature: ${namedEn(of)}.`,
    },
  ],
});

export const ended = (of: About, wasSigned: boolean, reason: HireEndReason, words: string | null) => ({
  kind: 'hire-ended',
  subject: wasSigned
    ? subject('L’embauche a pris fin', 'The hire has ended', of)
    : subject('L’embauche est annulée', 'The hire is called off', of),
  paragraphs: [
    {
      fr: `${wasSigned ? 'L’embauche a pris fin' : 'L’embauche est annulée'} : ${named(of)}. Motif : ${endReasonLabels[reason].fr}.`,
      en: `${wasSigned ? 'The hire has ended' : 'The hire is called off'}: ${namedEn(of)}. Reason: ${endReasonLabels[reason].en}.`,
    },
    ...(words ? [{ fr: words, en: words }] : []),
  ],
});

/** Nothing in it leads to the person. */
export const personGone = {
  kind: 'hire-person-gone',
  subject: { fr: 'Une personne embauchée a effacé son compte', en: 'A person hired erased their account' },
  paragraphs: [
    {
      fr: 'Une personne que votre entreprise a embauchée a effacé son compte : la plateforme ne conserve plus rien d’elle. Une charte qui n’était pas encore signée est annulée ; si vous aviez enregistré une charte signée, votre copie reste valable et son empreinte peut toujours être vérifiée.',
      en: 'Someone your company hired erased their account: the platform keeps nothing of them any more. A charter that was not signed yet is called off; if you saved a signed one, your copy stands and its fingerprint can still be verified.',
    },
  ],
};
