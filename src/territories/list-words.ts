import type { ListProblem } from './list-csv.js';
import type { ListDiff, Passing } from './list-diff.js';
import type { PreparedList } from './territory-lists.js';

const mostNamed = 12;
const mostLines = 40;

/** What a list changes, for the operator to read before it is applied. */
export function preparedLines(prepared: PreparedList): string[] {
  const { diff, generation, after, touched, taken, leftOut, file } = prepared;
  const { counts } = diff;
  const whole = [
    file
      ? `Liste : ${file.source} (sha256 ${file.sha256.slice(0, 12)}…)`
      : 'Retour à la liste précédente (back to the list before)',
    `Génération (generation) : ${generation} · ${after.length} territoires, ${counts.communes} communes d’aujourd’hui`,
  ];
  return [
    ...whole,
    ...section('Lignes laissées de côté (lines left out)', leftOut.map(problemLine)),
    ...section(
      'Communes reprises sous leur code d’aujourd’hui (merged since)',
      many(taken.map(({ listed, today }) => `${listed} → ${today}`)),
      taken.length,
    ),
    ...changes(diff),
    '',
    `Communes entrées (in) : ${counts.communesAdded} · sorties (out) : ${counts.communesRemoved}`,
    `Offres ouvertes concernées (open offers concerned) : ${touched.openOffers}`,
    ...(diff.gone.length > 0
      ? [
          `Territoires sortants : ${touched.managers} gestionnaires, ${touched.wishes} souhaits de lieu, ${touched.savedSearches} recherches enregistrées les nomment ; ils restent, retirés. (Retired, not deleted.)`,
        ]
      : []),
  ];
}

export const problemLine = ({ line, text }: ListProblem): string => `  ligne ${line} : ${text.fr} (${text.en})`;

export const isUnchanged = ({ diff: { added, gone, renamed, members, communes, periods } }: PreparedList): boolean =>
  [added, gone, renamed, members, communes, periods].every(({ length }) => length === 0);

function changes({ added, gone, renamed, members, communes: moved, periods }: ListDiff): string[] {
  return [
    ...section(
      'Nouveaux territoires (new)',
      added.map((one) => `  + ${title(one)} : ${communes(one.communes)}${passings(', depuis', one.from)}`),
    ),
    ...section(
      'Territoires sortants (gone)',
      gone.map((one) => `  - ${title(one)} : ${communes(one.communes)}${passings(', vers', one.into)}`),
    ),
    ...section(
      'Territoires renommés (renamed)',
      renamed.map((one) => `  ${one.code} : « ${one.was} » → « ${one.name} »`),
    ),
    ...section(
      'Périodes changées (other days)',
      periods.map((one) => `  ${title(one)} : ${one.was.join(' – ')} → ${one.is.join(' – ')}`),
    ),
    ...section(
      'Membres changés (members)',
      members.map((one) => `  ${title(one)} :${signed(names(one.added), names(one.removed))}`),
    ),
    ...section(
      'Communes changées (communes)',
      moved.map((one) => `  ${title(one)} :${signed(one.added, one.removed)}`),
    ),
  ];
}

const communes = (count: number): string => `${count} commune${count > 1 ? 's' : ''}`;

const title = ({ code, name }: { code: string; name: string }): string => `${code} ${name}`;

const names = (members: readonly { code: string; name: string }[]): string[] => members.map(title);

const signed = (added: readonly string[], removed: readonly string[]): string =>
  [added.length > 0 ? ` + ${short(added)}` : '', removed.length > 0 ? ` - ${short(removed)}` : ''].join('');

const passings = (words: string, passed: readonly Passing[]): string =>
  passed.length === 0
    ? ''
    : `${words} ${short(passed.map(({ code, name, share }) => `${code} ${name} (${Math.round(share * 100)} %)`))}`;

/** The first ones, and how many more there are. */
function short(words: readonly string[]): string {
  const named = words.slice(0, mostNamed).join(', ');
  return words.length > mostNamed ? `${named} et ${words.length - mostNamed} autres` : named;
}

const many = (words: readonly string[]): string[] => (words.length > 0 ? [`  ${short(words)}`] : []);

function section(name: string, lines: readonly string[], count = lines.length): string[] {
  if (lines.length === 0) return [];
  const more = lines.length - mostLines;
  return ['', `${name} : ${count}`, ...lines.slice(0, mostLines), ...(more > 0 ? [`  … et ${more} autres`] : [])];
}
