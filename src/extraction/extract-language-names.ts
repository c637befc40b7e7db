import { fold } from '../common/fold.js';

/** Languages by the names in texts, folded, with the label the reference data have for them, or the French name. */
const lines = `
Anglais|anglais|english
Allemand|allemand|german|deutsch
Espagnol|espagnol|spanish|castillan
Italien|italien|italian
Portugais|portugais|portuguese|bresilien
Néerlandais|neerlandais|dutch|flamand|hollandais
Polonais|polonais|polish
Tchèque|tcheque|czech
Roumain|roumain|romanian
Russe|russe|russian
Turc|turc|turkish
Arabe|arabe|arabic
Chinois|chinois|mandarin|chinese
Japonais|japonais|japanese
Coréen|coreen|korean
Français|francais|french
Français langue étrangère (FLE)|francais langue etrangere|fle
Langue des signes|langue des signes|langue des signes francaise|lsf
Ukrainien|ukrainien|ukrainian
Suédois|suedois|swedish
Hongrois|hongrois|hungarian
`;

export interface LanguageName {
  label: string;
  words: string;
}

export const languageNames: readonly LanguageName[] = lines
  .trim()
  .split('\n')
  .flatMap((line) => {
    const [label, ...names] = line.split('|');
    return names.map((words) => ({ label: label!, words }));
  });

const labels = new Set(languageNames.map(({ label }) => fold(label)));

/** Whether a skill with this label is a language: those are read apart from the others. */
export const isLanguage = (label: string): boolean => labels.has(fold(label));
