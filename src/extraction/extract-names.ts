import type { NameInUse } from '../skills/dictionary.js';
import type { Lexicon } from '../skills/lexicon.js';
import type { Named } from '../skills/recognise.js';
import { titleForms } from '../skills/word-key.js';
import { acronymLines } from '../words/said-otherwise.js';
import { SpellingIndex } from './extract-spelling.js';
import { isLanguage } from './extract-language-names.js';
import { tokensOf, type Token } from './extract-words.js';

/** A thing that bears a name, and how the name is written where that tells. */
export interface Bearer extends Named {
  /** An acronym: to be written in capitals, unless it can be nothing else. */
  acronym: boolean;
  /** The name holds "et", a comma or a stroke. */
  joins: boolean;
  /** Smaller bears it better. */
  rank: number;
}

export interface NameNode {
  readonly next: Map<string, NameNode>;
  skill?: Bearer;
  occupation?: Bearer;
}

/** The names of skills and occupations by their words, one after the other; made once per edition of the lexicon. */
export class NameIndex {
  readonly root: NameNode = { next: new Map() };
  readonly spelling: SpellingIndex;
  private readonly words = new Set<string>();

  constructor(lexicon: Lexicon) {
    for (const name of lexicon.names()) this.addName(name);
    this.addAcronyms();
    this.spelling = new SpellingIndex(this.words);
  }

  knows(word: string): boolean {
    return this.words.has(word);
  }

  /** What bears exactly these words. */
  get(words: readonly string[]): NameNode | undefined {
    let node: NameNode | undefined = this.root;
    for (const word of words) node = node?.next.get(word);
    return node;
  }

  private addName(name: NameInUse): void {
    if (name.kind === 'SKILL' && isLanguage(name.label.fr)) return;
    const forms = name.kind === 'OCCUPATION' ? occupationForms(name.text) : skillForms(name);
    forms.forEach((form, far) => {
      const tokens = tokensOf(form.replace(/\((?=[^)]*\)\s*$)[^)]*\)/, ' '));
      const derived = name.kind === 'SKILL' && far > 0 && form !== form.toUpperCase();
      if (tokens.length === 0 || tokens.length > 8 || (derived && tokens.length < 2) || !tells(name, tokens)) return;
      this.add(
        tokens.map(({ word }) => word),
        {
          kind: name.kind,
          code: name.code,
          label: name.label,
          acronym: isAcronym(form),
          joins: / (?:et|ou|&) |[,/]/.test(form),
          rank: (name.ours ? 0 : 100) + (name.isLabel ? 0 : 10) + far * 20,
        },
      );
    });
  }

  private add(words: readonly string[], bearer: Bearer): void {
    let node = this.root;
    for (const word of words) {
      this.words.add(word);
      let next = node.next.get(word);
      if (!next) node.next.set(word, (next = { next: new Map() }));
      node = next;
    }
    const slot = bearer.kind === 'SKILL' ? 'skill' : 'occupation';
    const holder = node[slot];
    if (!holder || bearer.rank < holder.rank) node[slot] = bearer;
  }

  /** Whoever bears one form of an acronym bears the others that nothing else bears. */
  private addAcronyms(): void {
    for (const line of acronymLines.trim().split('\n')) {
      const forms = line.split('|').map((form) => ({ form: form.trim(), words: wordsOf(form) }));
      const bearers = forms.map(({ words }) => this.get(words)?.skill);
      const codes = new Set(bearers.flatMap((bearer) => bearer?.code ?? []));
      const bearer = bearers.find((one) => one !== undefined);
      if (codes.size !== 1 || !bearer) continue;
      for (const { form, words } of forms) {
        const taken = this.get(words);
        if (words.length === 0 || taken?.skill || taken?.occupation) continue;
        this.add(words, { ...bearer, acronym: isAcronym(form), rank: 90 });
      }
    }
  }
}

const wordsOf = (text: string): string[] => tokensOf(text).map(({ word }) => word);

const isAcronym = (form: string): boolean => /^[\p{Lu}\p{N}&]{1,6}$|^(?:IoT|IIoT|EnR|cGMP)$/u.test(form.trim());

/** A single word that only the ROME calls a skill, such as "industrie", is too common to be taken for one. */
const tells = (name: NameInUse, tokens: readonly Token[]): boolean =>
  name.kind === 'OCCUPATION' || name.ours || tokens.length > 1;

/** Whoever is in charge of a project is called by either word. */
const occupationForms = (text: string): string[] => {
  const forms = titleForms(text);
  return [
    ...forms,
    ...forms.filter((form) => /^Chef de projet ./.test(form)).map((form) => form.replace(/^Chef/, 'Chargé')),
  ];
};

/** What is done with a thing goes without saying: "taux de service" is its "Suivi du taux de service". */
const done =
  /^(?:analyse|gestion|suivi|traitement|réalisation|animation|pilotage|élaboration|démarche|étude|mise en place|utilisation|mise à jour|calcul|préparation|rédaction|recueil|conception|démarche d['’]|optimisation|prévention) (?:de la |de l['’]|des |du |de |d['’]une? |d['’])(?=\S+[ -]\S)/i;

/** A label that joins two things names each: "Animation de réunions et d’ateliers". */
function skillForms({ text, isLabel }: NameInUse): string[] {
  const bare = text.replace(/\s*\([^)]*\)\s*/g, ' ').trim();
  const inBrackets = [...text.matchAll(/\(([^)]*)\)/g)].flatMap(([, inside]) =>
    inside!.split(',').map((one) => one.trim()),
  );
  const forms = bare === text ? [text] : [bare, ...inBrackets.filter((one) => /^[\p{Lu}\d&]{2,6}$/u.test(one))];
  const thing = bare.replace(done, '');
  if (thing !== bare && !/ et | ou /.test(bare)) forms.push(thing);
  const [left, right, ...more] = bare.split(/ et (?:de |d['’]|du |des |la |le )?/);
  if (!isLabel || !right || more.length > 0 || left!.includes(',')) return forms;
  const [first, ...rest] = left!.split(' ');
  const parts = rest.length > 0 ? [left!, `${first!} ${right}`, right] : [left!, right];
  return [...forms, ...parts.filter((one) => one.includes(' '))];
}
