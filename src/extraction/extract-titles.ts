import type { Unit } from './extract-layout.js';
import type { Stretch } from './extract-mute.js';

const month =
  '(?:janv(?:ier)?|f[ée]vr?(?:ier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|ao[ûu]t|sept(?:embre)?|oct(?:obre)?|nov(?:embre)?|d[ée]c(?:embre)?)\\.?';
const year = "(?:19|20)\\d{2}|['’]\\d{2}";
const moment = `(?:(?:${month}|[ée]t[ée]s?|\\d{1,2}\\/)\\s?)?(?:${year})|${month}`;
const until = `\\s*(?:[-–—/à>]|au?|jusqu['’]|et|présent|aujourd['’]hui|ce jour|a|to|\\s)\\s*`;
const opening = new RegExp(
  `^\\(?(?:depuis|de|du|en|dès|since|from|été|étés)?\\s*(?:${moment})(?:${until}(?:${moment}|\\d{2}(?!\\d)|pr[ée]sent|aujourd['’]hui|ce jour|today|now))?\\)?`,
  'iu',
);
const closing = new RegExp(
  `(?:depuis\\s|de\\s|[ée]t[ée]s?\\s)?(?:${moment})(?:${until}(?:${moment}|\\d{2}|pr[ée]sent|aujourd['’]hui|ce jour))?\\)?\\.?$`,
  'iu',
);

/** Whether dates stand at the beginning or the end of a unit, as beside a job or a diploma. */
export const opensWithDate = (text: string): boolean => /\d{4}|['’]\d{2}/.test(opening.exec(text)?.[0] ?? '');
export const hasDateBeside = (text: string): boolean =>
  opensWithDate(text) || /\d{4}/.test(closing.exec(text)?.[0] ?? '');

/** Words before the title of a job, that are no part of it. */
const beforeTitle =
  /^(?:\s|[-–—:•|]|(?:depuis|en tant qu[e'’]|comme|poste (?:de|d['’])|emploi (?:de|d['’])|stage (?:de|d['’]|en)?|stagiaire|alternance|alternante?|apprentie?|apprenti·e|int[ée]rimaire|ex|missions? de|job d['’]été)(?:\s|(?<=['’])|\s?:))+/iu;

/** The parts of a line between commas, dashes and brackets. */
export function segmentsOf(text: string): Stretch[] {
  const segments: Stretch[] = [];
  let from = 0;
  for (const { 0: gap, index } of text.matchAll(/\s*[,;|()·•:*]\s*|\s+[-–—/]\s+|\s*[–—]\s*|\.\s+/gu)) {
    if (index > from) segments.push({ start: from, end: index });
    from = index + gap.length;
  }
  if (from < text.length) segments.push({ start: from, end: text.length });
  return segments;
}

/** Where the title begins in a segment, after its date and what leads to it. */
export function titleStart(text: string, { start, end }: Stretch): number {
  const own = text.slice(start, end);
  const date = opening.exec(own)?.[0] ?? '';
  const after = date && !/^\p{L}/u.test(own.slice(date.length)) ? date.length : 0;
  const lead = beforeTitle.exec(own.slice(after))?.[0] ?? '';
  return start + after + lead.length;
}

/** Which parts of the line of a job tell nothing of skills: its title, the employer, the place; not what comes after a colon. */
export function mutedInTitle({ text }: Unit, title: Stretch | null): Stretch[] {
  const segments = segmentsOf(text);
  const colon = title ? text.indexOf(':', title.end) : -1;
  const prose = segments.find(
    ({ start, end }) => title && start > title.end && /^\p{Ll}.*\s/u.test(text.slice(start, end)),
  );
  return segments.filter(({ start, end }) => {
    if ((colon >= 0 && start > colon) || (prose && start > prose.start)) return false;
    if (title && start < title.end && title.start < end) return true;
    return /^[\p{Lu}\d'’]/u.test(text.slice(start, end).trim());
  });
}

/** Whether a unit is the line of a job: dates beside it, or a short line that begins with its title. */
export function isTitleLine(unit: Unit, title: Stretch | null): boolean {
  const { text, bullet } = unit;
  const begins = title !== null && segmentsOf(text).some((segment) => titleStart(text, segment) === title.start);
  if (hasDateBeside(text)) return !bullet || begins;
  return (
    !bullet && (begins ? titleStart(text, segmentsOf(text)[0]!) === title.start : /^(?:stage|alternance)\b/i.test(text))
  );
}
