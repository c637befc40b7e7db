const longFrench = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' });
const longEnglish = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const moment = (date: string): Date => new Date(`${date}T00:00:00Z`);

/** 1er septembre 2026. */
export const frenchDate = (date: string): string => longFrench.format(moment(date)).replace(/^1 /, '1er ');
/** 1 September 2026. */
export const englishDate = (date: string): string => longEnglish.format(moment(date));
