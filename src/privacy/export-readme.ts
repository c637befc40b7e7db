import type { Language } from '../common/text.js';
import type { PersonalTable } from './personal-table.js';
import { keptWords, withheldWords } from './personal-words.js';

/** What explains the zip to whoever opens it: which file holds what, how long it is kept, and what is left out and why. */
export function exportReadme(
  language: Language,
  madeAt: Date,
  names: readonly string[],
  tables: readonly PersonalTable[],
): { name: string; text: string } {
  const moment = madeAt.toLocaleString(language === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Paris',
  });
  const today = madeAt.toISOString().slice(0, 10);
  const described = names.toSorted().map((name) => {
    const table = tables.find((each) => each.name === name);
    if (!table) return `- donnees/${name}.json`;
    const kept = { fr: 'conservation : ', en: 'kept: ' }[language] + keptWords(table, language, today);
    return `- donnees/${name}.json${language === 'fr' ? ' :' : ':'} ${table.about[language]} (${kept})`;
  });
  const withheld = tables.flatMap((table) =>
    withheldWords(table, language).map(
      (words) => `- ${table.about[language]}${language === 'fr' ? ' –' : ' –'} ${words}`,
    ),
  );
  return language === 'fr'
    ? { name: 'LISEZMOI.txt', text: french(moment, described, withheld) }
    : { name: 'README.txt', text: english(moment, described, withheld) };
}

const french = (moment: string, described: string[], withheld: string[]): string => `Vos données sur VTE Territoires
Export du ${moment} (heure de Paris).

Cette archive contient tout ce que la plateforme conserve à votre sujet :

${described.join('\n')}
- fichiers/ : les fichiers que vous avez déposés.

Chaque fichier JSON contient les lignes telles qu’elles sont conservées, dates en temps universel (UTC), avec le titre de l’offre et
le nom de l’entreprise dont il s’agit.

N’y figurent pas :

${withheld.join('\n')}

Vous pouvez corriger votre profil et supprimer votre compte à tout moment depuis la plateforme. Une réclamation peut être
adressée à la CNIL (www.cnil.fr).
`;

const english = (moment: string, described: string[], withheld: string[]): string => `Your data on VTE Territoires
Export of ${moment} (Paris time).

This archive holds everything that the platform keeps about you:

${described.join('\n')}
- fichiers/: the files you added.

Each JSON file holds the rows as they are kept, with times in UTC, and with the title of the offer and the name of the company
that they are about.

Left out are:

${withheld.join('\n')}

You can correct your profile and erase your account at any time on the platform. Complaints go to the CNIL (www.cnil.fr).
`;
