import { createHash } from 'node:crypto';
import { frenchDate } from '../common/date-words.js';
import { contractTypeLabels } from '../offers/offer-words.js';
import type { CharterContent } from './charter-content.js';
import { type CharterTexts, charterTextsOf } from './charter-texts.js';
import type { CharterSignature } from './charter.entity.js';
import { PdfPage } from './pdf-page.js';

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The charter as it is signed. The same content is the same bytes. */
export async function charterPdf(content: CharterContent, at: Date): Promise<Buffer> {
  const texts = charterTextsOf(content.model);
  const page = pageOf(content, texts, at);
  say(page, content, texts);
  page.heading('Signature');
  page.note(
    'Ce document se signe sur la plateforme VTE Territoires, par chacune des deux parties, après qu’elle a prouvé son identité de connexion. La version signée porte une page de signatures, avec l’empreinte de ce document-ci.',
  );
  return page.bytes();
}

export interface Signed {
  content: CharterContent;
  sha256: string;
  /** The document that was signed, which goes with the final one; null when it had to be forgotten. */
  signedPdf: Buffer | null;
  signatures: readonly Pick<CharterSignature, 'side' | 'name' | 'role' | 'signedAt'>[];
  at: Date;
  /** Where whoever holds a copy finds out whether it was signed. */
  verifyAt: string;
}

/** The charter with its page of signatures; what was signed is attached to it, byte for byte. */
export async function signedCharterPdf({
  content,
  sha256,
  signedPdf,
  signatures,
  at,
  verifyAt,
}: Signed): Promise<Buffer> {
  const texts = charterTextsOf(content.model);
  const page = pageOf(content, texts, at);
  say(page, content, texts);
  page.newPage();
  page.heading('Page de signatures');
  for (const { side, name, role, signedAt } of signatures) {
    const who = side === 'COMPANY' ? `Pour l’entreprise ${content.company.name}` : 'La personne embauchée';
    page.fact(who, [name ?? 'nom effacé, le compte n’existe plus', role].filter(Boolean).join(', '));
    page.fact('Signé le', parisMoment(signedAt));
  }
  page.fact('Empreinte SHA-256 du document signé', fingerprint(sha256));
  page.fact('Vérification', verifyAt);
  page.note(
    signedPdf
      ? 'Le document signé est joint à ce fichier (charte-signee.pdf), tel qu’il a été présenté aux deux parties : son empreinte est celle qui figure ci-dessus.'
      : 'Le document signé n’est plus conservé : une personne qui y était nommée a effacé son compte.',
  );
  if (signedPdf) page.attach('charte-signee.pdf', signedPdf, 'La charte telle qu’elle a été signée');
  return page.bytes();
}

const pageOf = (content: CharterContent, texts: CharterTexts, at: Date): PdfPage =>
  new PdfPage({
    title: `${texts.title} – ${content.missionTitle}`,
    subject: `${content.company.name} et ${content.candidate.name}`,
    foot: `VTE Territoires – charte ${content.reference}`,
    at,
  });

function say(page: PdfPage, content: CharterContent, texts: CharterTexts): void {
  const { company, candidate, tutor, workplace } = content;
  page.title(texts.title);
  page.note(texts.notice);
  page.paragraph(texts.preamble);
  page.heading('Les parties');
  page.fact('L’entreprise', `${company.name}, SIRET ${spaced(company.siret)}, ${company.commune}`);
  page.fact('La personne embauchée', candidate.name);
  page.fact('Tuteur ou tutrice', `${tutor.name}, ${tutor.role}`);
  page.heading('L’emploi');
  page.fact('Mission', content.missionTitle);
  page.fact('Contrat', contractOf(content));
  page.fact('Contrat signé le', frenchDate(content.hiredOn));
  page.fact('Premier jour de travail', frenchDate(content.startsOn));
  if (content.endsOn) page.fact('Dernier jour du contrat', frenchDate(content.endsOn));
  if (content.salary !== undefined) page.fact('Salaire brut annuel', `${frenchNumber.format(content.salary)}\u00a0€`);
  page.fact('Lieu de travail', `${workplace.commune} (${workplace.department})`);
  page.fact(
    'Territoire d’industrie du lieu de travail',
    workplace.territory ?? 'la commune n’est dans aucun Territoire d’industrie',
  );
  page.fact('Lien direct avec la direction', content.reportsTo);
  page.heading('La mission');
  page.paragraph(content.mission);
  page.heading('Ce que la mission transforme dans l’entreprise');
  page.paragraph(content.transforms);
  if (content.greenMission) {
    page.note('L’entreprise déclare que la mission porte sur sa transition écologique.');
  }
  for (const side of [texts.company, texts.candidate]) {
    page.heading(side.title);
    for (const item of side.items) page.item(item);
  }
  page.note(`Charte établie le ${frenchDate(content.madeOn)}. Texte : modèle ${texts.version}.`);
}

const contractOf = ({ contractType, durationMonths }: CharterContent): string => {
  const kind = contractTypeLabels[contractType].fr;
  return durationMonths === null ? kind : `${kind}, ${durationMonths} mois`;
};

/** On two lines of its own, so that it is compared at a glance. */
const fingerprint = (sha256: string): string =>
  `\n${sha256.replace(/(.{16})(.{16})(.{16})(.{16})/, '$1\u00a0$2\n$3\u00a0$4')}`;

/** 732 829 320 00074: as French companies write it. */
const spaced = (siret: string): string => siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, '$1\u00a0$2\u00a0$3\u00a0$4');

const frenchNumber = new Intl.NumberFormat('fr-FR');

const paris = new Intl.DateTimeFormat('fr-FR', {
  timeZone: 'Europe/Paris',
  dateStyle: 'long',
  timeStyle: 'medium',
});

export const parisMoment = (moment: Date): string => `${paris.format(moment)}, heure de Paris`;
