import { HttpException } from '@nestjs/common';
import type { Language, Text } from '../common/text.js';
import { mostFiles, mostPapers } from './file-words.js';

interface Fault {
  status: number;
  text: Text;
}

/** Why a file is not kept, or not handed out, beside what `UnreadableFile` says already. */
const faults = {
  FILE_TOO_LARGE: {
    status: 413,
    text: {
      fr: 'Ce fichier dépasse 5 Mo. Enregistrez-le sans photo, ou en PDF de taille réduite.',
      en: 'This file is larger than 5 MB. Save it without pictures, or as a smaller PDF.',
    },
  },
  PAPER_TOO_LARGE: {
    status: 413,
    text: {
      fr: 'Ce fichier dépasse 5 Mo. Enregistrez-le en PDF de taille réduite, ou en plusieurs fichiers.',
      en: 'This file is larger than 5 MB. Save it as a smaller PDF, or as several files.',
    },
  },
  FILE_REFUSED: {
    status: 422,
    text: {
      fr: 'Ce fichier n’a pas passé le contrôle de sécurité : il n’est pas conservé. Enregistrez votre CV de nouveau en PDF.',
      en: 'This file did not pass the security check and is not kept. Save your CV as a PDF again.',
    },
  },
  UNSUPPORTED_PAPER: {
    status: 415,
    text: {
      fr: 'Ce fichier n’est ni un PDF ni une image (JPEG ou PNG). Enregistrez-le en PDF et envoyez ce fichier.',
      en: 'This file is neither a PDF nor a picture (JPEG or PNG). Save it as a PDF and send that file.',
    },
  },
  TOO_MANY_FILES: {
    status: 409,
    text: {
      fr: `Vous conservez déjà ${mostFiles} fichiers : supprimez-en un avant d’en ajouter un autre.`,
      en: `You keep ${mostFiles} files already: delete one before you add another.`,
    },
  },
  TOO_MANY_PAPERS: {
    status: 409,
    text: {
      fr: `Ce label contient déjà ${mostPapers} documents : supprimez-en un avant d’en ajouter un autre.`,
      en: `This label holds ${mostPapers} documents already: delete one before you add another.`,
    },
  },
  NOT_NOW: {
    status: 409,
    text: {
      fr: 'À cette étape du label, aucun document n’est attendu de vous.',
      en: 'At this step of the label no document is expected from you.',
    },
  },
  FILE_BEING_CHECKED: {
    status: 409,
    text: {
      fr: 'Ce fichier est en cours de contrôle : il pourra être téléchargé dans quelques instants.',
      en: 'This file is being checked: it can be downloaded in a moment.',
    },
  },
  NOT_FOUND: {
    status: 404,
    text: {
      fr: 'Il n’y a pas de fichier à cette adresse.',
      en: 'There is no file at this address.',
    },
  },
} satisfies Record<string, Fault>;

export type UploadFault = keyof typeof faults;

export const refusedFile = (code: UploadFault, language: Language): HttpException =>
  new HttpException({ message: faults[code].text[language], code }, faults[code].status);
