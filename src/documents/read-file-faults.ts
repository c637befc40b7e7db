import type { Text } from '../common/text.js';
import { fileLimits } from './read-file-limits.js';

interface Fault {
  /** Of the HTTP answer. */
  status: number;
  text: Text;
}

const asPdf: Text = {
  fr: 'Dans votre traitement de texte, enregistrez-le en PDF et envoyez ce fichier.',
  en: 'Save it as a PDF from your word processor and send that file.',
};
const megabytes = fileLimits.bytes / 1024 / 1024;

/** Why a file is not read, by the code that the client gets. What to do stands in each. */
const faults = {
  UNSUPPORTED_FILE: {
    status: 415,
    text: {
      fr: 'Ce fichier n’est ni un PDF ni un document Word (.docx). Enregistrez-le en PDF et envoyez ce fichier.',
      en: 'This file is neither a PDF nor a Word document (.docx). Save it as a PDF and send that file.',
    },
  },
  FORM_INSTEAD_OF_FILE: {
    status: 415,
    text: {
      fr: 'Envoyez le fichier lui-même comme corps de la requête, avec son type (application/pdf), et non un formulaire.',
      en: 'Send the file itself as the body of the request, with its type (application/pdf), not a form.',
    },
  },
  NO_FILE: {
    status: 400,
    text: {
      fr: 'La requête est vide : envoyez le fichier comme corps de la requête.',
      en: 'The request is empty: send the file as its body.',
    },
  },
  OLD_WORD_FILE: {
    status: 415,
    text: {
      fr: `C’est un document Word d’un ancien format (.doc). ${asPdf.fr}`,
      en: `This is a Word document of an old format (.doc). ${asPdf.en}`,
    },
  },
  ENCRYPTED_FILE: {
    status: 422,
    text: {
      fr: 'Ce fichier est protégé par un mot de passe : enregistrez-le sans mot de passe et envoyez-le de nouveau.',
      en: 'This file is protected by a password: save it without one and send it again.',
    },
  },
  NO_TEXT: {
    status: 422,
    text: {
      fr:
        'Ce fichier ne contient pas de texte : c’est sans doute un scan ou une image. Envoyez le fichier d’origine, ' +
        'ou copiez le texte de votre CV.',
      en: 'This file holds no text: it is probably a scan or an image. Send the original file, or paste the text.',
    },
  },
  FILE_TOO_LARGE: {
    status: 413,
    text: {
      fr: `Ce fichier dépasse ${megabytes} Mo. Enregistrez-le sans photo, ou copiez le texte de votre CV.`,
      en: `This file is larger than ${megabytes} MB. Save it without pictures, or paste the text of the CV.`,
    },
  },
  TOO_MANY_PAGES: {
    status: 422,
    text: {
      fr: `Ce document a plus de ${fileLimits.pages} pages : n’envoyez que le CV.`,
      en: `This document has more than ${fileLimits.pages} pages: send the CV alone.`,
    },
  },
  TEXT_TOO_LONG: {
    status: 422,
    text: {
      fr: `Ce document compte plus de ${fileLimits.characters.toLocaleString('fr-FR')} caractères : n’envoyez que le CV.`,
      en: `This document has more than ${fileLimits.characters.toLocaleString('en')} characters: send the CV alone.`,
    },
  },
  DAMAGED_FILE: {
    status: 422,
    text: {
      fr: 'Ce fichier est abîmé ou incomplet : enregistrez-le de nouveau, ou copiez le texte de votre CV.',
      en: 'This file is damaged or incomplete: save it again, or paste the text of the CV.',
    },
  },
  FILE_TOO_COMPLEX: {
    status: 422,
    text: {
      fr: 'Ce fichier est trop complexe pour être lu : copiez le texte de votre CV.',
      en: 'This file is too complex to be read: paste the text of the CV.',
    },
  },
  FILE_TOO_SLOW: {
    status: 422,
    text: {
      fr: 'La lecture de ce fichier a pris trop de temps : copiez le texte de votre CV.',
      en: 'Reading this file took too long: paste the text of the CV.',
    },
  },
  BUSY: {
    status: 503,
    text: {
      fr: 'Beaucoup de fichiers arrivent en ce moment : réessayez dans quelques secondes.',
      en: 'Many files are coming in right now: try again in a few seconds.',
    },
  },
} satisfies Record<string, Fault>;

export type FileFault = keyof typeof faults;

/** A file that was not read. It never holds anything of what stands in the file. */
export class UnreadableFile extends Error {
  readonly status: number;
  readonly text: Text;

  constructor(readonly fault: FileFault) {
    super(fault);
    this.status = faults[fault].status;
    this.text = faults[fault].text;
  }
}
