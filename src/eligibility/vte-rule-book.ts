import { Injectable } from '@nestjs/common';
import { englishDate, frenchDate } from '../common/date-words.js';
import type { Text } from '../common/text.js';
import { followVteRules } from '../offers/vte-in-use.js';
import { shippedVteRules, type VteRule, type VteRuleFault, vteRuleFaults, VteRules } from '../offers/vte-rules.js';
import type { RuleBook, RuleEntry } from '../rulebooks/rule-book.js';
import { type Held, RuleBooks } from '../rulebooks/rule-books.js';
import { aidLabels } from '../offers/aid-names.js';
import { ruleTitles } from './rule-titles.js';

export const vteBook: RuleBook<VteRule[]> = {
  name: 'vte',
  title: { fr: 'Conditions du VTE', en: 'Conditions of the VTE' },
  shipped: shippedVteRules,
  schema: VteRules,
  problems: (rules) =>
    vteRuleFaults(rules).map((fault) => ({
      path: fault.at === null ? [] : [fault.at, faultFields[fault.what] ?? 'inForceFrom'],
      text: faultText(fault),
    })),
  entries: (rules) => rules.map(entry),
};

/** The rules as they are now, and where the pure rules of other rooms find them. */
@Injectable()
export class VteRuleBook {
  private readonly held: () => Held<VteRule[]>;

  constructor(books: RuleBooks) {
    this.held = books.register(vteBook);
    followVteRules(() => this.current());
  }

  current(): readonly VteRule[] {
    return this.held().content;
  }
}

/** The field to look at, where it is not the first day. */
const faultFields: Partial<Record<VteRuleFault['what'], string>> = {
  TWO_ENDS: 'knownUntil',
  NO_CONTRACT: 'monthsAtLeast',
};

function faultText({ rule, what }: VteRuleFault): Text {
  const { fr, en } = ruleTitles[rule];
  return {
    MISSING: { fr: `La table n’a plus de règle « ${fr} ».`, en: `The table has no rule “${en}” any more.` },
    OVERLAPS: {
      fr: `Les périodes de « ${fr} » se suivent dans l’ordre, la précédente finie.`,
      en: `The periods of “${en}” follow each other in order, the one before having ended.`,
    },
    TWO_ENDS: {
      fr: 'Une règle a soit une fin, soit un dernier jour attesté, soit aucun des deux.',
      en: 'A rule has an end, or a last known day, or neither.',
    },
    NO_CONTRACT: { fr: 'Nommez au moins un contrat.', en: 'Name one contract or more.' },
    ENDS_BEFORE: { fr: 'La période finit avant de commencer.', en: 'The period ends before it begins.' },
  }[what];
}

function entry({ rule, inForceFrom, inForceUntil, knownUntil, source, checkedOn, aid, ...values }: VteRule): RuleEntry {
  const said = Object.entries(values).map(([name, value]) => `${name} : ${JSON.stringify(value)}`);
  const end = inForceUntil ?? knownUntil;
  const [until, till] = inForceUntil ? ['jusqu’au', 'until'] : ['attestée jusqu’au', 'known until'];
  return {
    key: `${rule} ${inForceFrom}`,
    title: ruleTitles[rule],
    value: { rule, inForceFrom, inForceUntil, knownUntil, source, checkedOn, aid, ...values },
    lines: [
      {
        fr: `En vigueur depuis le ${frenchDate(inForceFrom)}${end ? `, ${until} ${frenchDate(end)}` : ''}.`,
        en: `In force since ${englishDate(inForceFrom)}${end ? `, ${till} ${englishDate(end)}` : ''}.`,
      },
      ...said.map((line) => ({ fr: line, en: line })),
      ...(aid
        ? [{ fr: `Pour l’aide « ${aidLabels[aid].fr} » seulement.`, en: `For the aid “${aidLabels[aid].en}” only.` }]
        : []),
      {
        fr: `Source : ${source} ; vérifiée le ${frenchDate(checkedOn)}.`,
        en: `Source: ${source}; checked on ${englishDate(checkedOn)}.`,
      },
    ],
  };
}
