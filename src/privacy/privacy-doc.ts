import { backupDays } from './kept-for.js';
import { personalSubjects } from './personal-columns.js';
import { legalBases, type PersonalTable } from './personal-table.js';
import { keptWords, withheldWords } from './personal-words.js';
import { delayWords, type RetentionRule } from './retention-delays.js';
import { retentionRules } from './retention-rules.js';

/** docs/privacy.md: what is kept of people, what for and how long, from the registry and the rules alone. */
export function privacyDoc(today: string): string {
  const parts = personalSubjects.flatMap(({ title, tables }) => [
    `## ${title.fr}`,
    ...tables.map((table) => aboutTable(table, today)),
  ]);
  return [introduction, ...parts, '## Délais', delays(), backups].join('\n\n') + '\n';
}

function aboutTable(table: PersonalTable, today: string): string {
  const left = withheldWords(table, 'fr');
  return [
    `### ${capital(table.about.fr)}`,
    '',
    `- Table : \`${table.name}\``,
    `- À quoi cela sert : ${table.purpose.fr}`,
    `- Base légale : ${legalBases[table.basis].fr}`,
    `- Conservation : ${keptWords(table, 'fr', today)}`,
    `- Données : ${table.personal.map((column) => `\`${column}\``).join(', ')}`,
    ...(left.length > 0 ? [`- Absent de l’export : ${left.join(' ; ')}`] : []),
  ].join('\n');
}

const delays = (): string =>
  [
    '| Quoi | Délai | À partir de | En vigueur depuis |',
    '| --- | --- | --- | --- |',
    ...retentionRules.map(
      ({ what, delay, from, since }: RetentionRule) =>
        `| ${capital(what.fr)} | ${delayWords(delay).fr} | ${from.fr} | ${since} |`,
    ),
  ].join('\n');

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

const introduction = `# Vie privée : ce qui est conservé

Ce fichier est écrit par le programme, à partir du registre des données personnelles (\`src/privacy/personal-columns.ts\`) et du
tableau des délais (\`src/privacy/retention-rules.ts\`) ; un test le compare à la base. _What is kept of people, what for and how
long; written by the program, and compared with the database by a test._

Chacun peut obtenir toutes ses données (\`exportMyData\`) et effacer son compte (\`eraseMyAccount\`) à tout moment, sans demander à
personne. Ce qu’un export ne contient pas y est dit, avec la raison.`;

const backups = `## Sauvegardes

Un effacement ne touche pas les sauvegardes, conservées ${backupDays} jours au plus. La liste des comptes effacés (une empreinte qui ne
mène à personne) est conservée aussi longtemps, hors de la base ; après une restauration, \`npm run cli -- replay-erasures\` efface
de nouveau ces comptes avant la remise en service.`;
