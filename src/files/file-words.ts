import { registerEnumType } from '@nestjs/graphql';
import { enumOf } from '../common/enum-of.js';

export const fileKinds = ['PDF', 'DOCX', 'JPEG', 'PNG'] as const;
export type FileKind = (typeof fileKinds)[number];
export const FileKind = enumOf(fileKinds);

export const fileStandings = ['BEING_CHECKED', 'READY', 'REFUSED'] as const;
export type FileStanding = (typeof fileStandings)[number];
export const FileStanding = enumOf(fileStandings);

registerEnumType(FileKind, {
  name: 'FileKind',
  description: 'What a file is, by what stands in it.',
  valuesMap: {
    PDF: { description: 'A PDF.' },
    DOCX: { description: 'A Word document of 2007 or later.' },
    JPEG: { description: 'A picture in JPEG.' },
    PNG: { description: 'A picture in PNG.' },
  },
});

registerEnumType(FileStanding, {
  name: 'FileStanding',
  description: 'Whether a file can be downloaded yet.',
  valuesMap: {
    BEING_CHECKED: { description: 'It is being checked by the scanner of the platform, and cannot be downloaded yet.' },
    READY: { description: 'It can be downloaded.' },
    REFUSED: { description: 'The scanner refused it: it cannot be downloaded, and is deleted after a while.' },
  },
});

/** Files that one candidate may keep. */
export const mostFiles = 5;

/** Files that one label may hold, whoever sent them. */
export const mostPapers = 30;

/** The media type a file is handed out as. */
export const mediaTypes: Record<FileKind, string> = {
  PDF: 'application/pdf',
  DOCX: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  JPEG: 'image/jpeg',
  PNG: 'image/png',
};
