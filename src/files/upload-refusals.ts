import { HttpException } from '@nestjs/common';
import type { Language, Text } from '../common/text.js';
import { mostFiles } from './file-words.js';

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
  FILE_REFUSED: {
    status: 422,
    text: {
      fr: 'Ce fichier n’a pas passé le contrôle de sécurité : il n’est pas conservé. Enregistrez votre CV de nouveau en PDF.',
      en: 'This file did not pass the security check and is not kept. Save your CV as a PDF again.',
    },
  },
  TOO_MANY_FILES: {
    status: 409,
    text: {
      fr: `Vous conservez déjà ${mostFiles} fichiers : supprimez-en un avant d’en ajouter un autre.`,
      en: `You keep ${mostFiles} files already: delete one before you add another.`,
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
