import type { Text } from './text.js';

const beforeMarks = / (?=[;?!%])/g;
const beforeColonsAndUnits = / (?=:)|(?<=\d) (?=(?:km|€)(?!\p{L}))/gu;
const besideQuotes = /(?<=«) | (?=»)/g;
/** What is quoted is somebody else’s; and programs that find addresses in a text end them at a plain space. */
const leftAlone = /(«[^«»]*»|\S*(?::\/\/|@)\S+ ?)/;

/**
 * Sets the spaces at which a French line must not break; setting them again changes nothing. What reads the same in both
 * languages is a name or somebody’s own words, and stays.
 */
export const typeset = ({ fr, en }: Text): Text => ({ fr: fr === en ? fr : frenchSpaces(fr), en });

const frenchSpaces = (text: string): string =>
  text
    .replace(besideQuotes, '\u00a0')
    .split(leftAlone)
    .map((part, index) =>
      index % 2 === 1 ? part : part.replace(beforeMarks, '\u202f').replace(beforeColonsAndUnits, '\u00a0'),
    )
    .join('');
