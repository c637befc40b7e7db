import type { Language } from '../common/text.js';
import type { PersonalTable } from './personal-table.js';

/** What explains the zip to whoever opens it: which file holds what, why it is kept and for how long. */
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
  const described = names.toSorted().map((name) => {
    const table = tables.find((each) => each.name === name);
    return `- donnees/${name}.json${table ? ` : ${table.about[language]}` : ''}`;
  });
  return language === 'fr'
    ? { name: 'LISEZMOI.txt', text: french(moment, described) }
    : { name: 'README.txt', text: english(moment, described) };
}

const french = (moment: string, described: string[]): string => `Vos données sur VTE Territoires
Export du ${moment} (heure de Paris).

Cette archive contient tout ce que la plateforme conserve à votre sujet :

${described.join('\n')}
- fichiers/ : les fichiers que vous avez déposés.

Chaque fichier JSON contient les lignes telles qu’elles sont conservées, dates en temps universel (UTC). N’y figurent pas :
les empreintes de mots de passe et de jetons, qui ne servent qu’à vous reconnaître, et ce que d’autres personnes ont écrit
d’elles-mêmes. À quoi sert chaque donnée et combien de temps elle est conservée : voir la page « Vie privée » de la plateforme.

Vous pouvez corriger votre profil et supprimer votre compte à tout moment depuis la plateforme. Une réclamation peut être
adressée à la CNIL (www.cnil.fr).
`;

const english = (moment: string, described: string[]): string => `Your data on VTE Territoires
Export of ${moment} (Paris time).

This archive holds everything that the platform keeps about you:

${described.join('\n')}
- fichiers/: the files you added.

Each JSON file holds the rows as they are kept, with times in UTC. Left out are the hashes of passwords and tokens, which serve
only to recognise you, and what other people wrote of themselves. What each piece of data is for and how long it is kept is
said on the privacy page of the platform.

You can correct your profile and erase your account at any time on the platform. Complaints go to the CNIL (www.cnil.fr).
`;
