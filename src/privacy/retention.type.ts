import { createUnionType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionTypes } from '../common/connection.js';
import { enumOf } from '../common/enum-of.js';
import { NotAllowed, Refusal, refusalOr } from '../common/refusal.js';
import type { Purge } from './purge.entity.js';
import { guardedRules, type HeldFor, type PurgeCount } from './purge-guards.js';

const HeldForType = enumOf(['CLOCKS_DISAGREE', 'TOO_MANY'] as const);
const PurgeStatus = enumOf(['HELD', 'CONFIRMED', 'DONE', 'LAPSED'] as const);
const PurgedRule = enumOf(guardedRules);

registerEnumType(HeldForType, {
  name: 'PurgeHeldFor',
  description: 'Why a purge waits for an administrator.',
  valuesMap: {
    CLOCKS_DISAGREE: { description: 'The clocks of platform and database differ by more than 5 minutes.' },
    TOO_MANY: { description: 'More than 5 % of the rows of a rule, and more than 10, would go within a day.' },
  },
});

registerEnumType(PurgeStatus, {
  name: 'PurgeStatus',
  description: 'What became of a purge.',
  valuesMap: {
    HELD: { description: 'It waits: nothing was erased.' },
    CONFIRMED: { description: 'An administrator confirmed it; it is being carried out.' },
    DONE: { description: 'It was carried out.' },
    LAPSED: { description: 'It waited, and was replaced by a later one or is not needed any more; it erased nothing.' },
  },
});

registerEnumType(PurgedRule, {
  name: 'PurgedRule',
  description: 'The rules whose rows are erased only as far as the guards let them go.',
  valuesMap: {
    CANDIDATE_ERASED: { description: 'Accounts of candidates without activity for 24 months, who were asked.' },
    APPLICATION: { description: 'Applications 24 months after the last contact.' },
    INVITATION: { description: 'Invitations 24 months after the last contact.' },
  },
});

@ObjectType('PurgeCount', { description: 'How much of one kind a purge is about.' })
export class PurgeCountType implements PurgeCount {
  @Field(() => PurgedRule, { description: 'By which rule.' })
  rule!: PurgeCount['rule'];

  @Field(() => Int, { description: 'How many are to go.' })
  due!: number;

  @Field(() => Int, { description: 'How many there were in all.' })
  of!: number;

  @Field(() => Int, { description: 'How many went; those who came back meanwhile stayed.' })
  done!: number;
}

@ObjectType('Purge', {
  description:
    'An erasure by the rules of how long things are kept: one that waits for an administrator, or that erased something.',
})
export class PurgeType implements Partial<Purge> {
  @Field(() => ID, { description: 'The id of the purge.' })
  id!: string;

  @Field(() => PurgeStatus, { description: 'What became of it.' })
  status!: Purge['status'];

  @Field(() => [HeldForType], { description: 'Why it waited; empty when it did not.' })
  heldFor!: HeldFor[];

  @Field(() => Date, {
    description: 'When it looked, by the clock of the platform: what was due then goes, and nothing else.',
  })
  at!: Date;

  @Field(() => Date, { description: 'The same moment by the clock of the database.' })
  databaseAt!: Date;

  @Field(() => [PurgeCountType], { description: 'How much of what.' })
  counts!: PurgeCountType[];

  @Field(() => Date, { nullable: true, description: 'When an administrator confirmed it; null when nobody did.' })
  confirmedAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was done; null while it was not.' })
  doneAt!: Date | null;
}

export const { EdgeType: PurgeEdge, ConnectionType: PurgeConnection } = connectionTypes<PurgeType>(
  'Purge',
  () => PurgeType,
);

@ObjectType('PurgeNotHeld', {
  implements: () => Refusal,
  description: 'No purge by this id waits: someone confirmed it, or a later one replaced it. Nothing was changed.',
})
export class PurgeNotHeld extends Refusal {
  constructor() {
    super({
      fr: 'Aucun effacement de cet identifiant n’attend : il a été confirmé, ou un plus récent l’a remplacé.',
      en: 'No erasure by this id waits: it was confirmed, or a later one replaced it.',
    });
  }
}

export const ConfirmPurgeResult = createUnionType({
  name: 'ConfirmPurgeResult',
  description: 'The purge, about to be carried out, or why it is not.',
  types: () => [PurgeType, PurgeNotHeld] as const,
  resolveType: refusalOr(PurgeType),
});

@ObjectType('AccountKept', { description: 'The account counts as active again.' })
export class AccountKept {
  @Field(() => Date, { description: 'From when its two years run.' })
  readonly at: Date;

  constructor(at: Date) {
    this.at = at;
  }
}

export const KeepAccountResult = createUnionType({
  name: 'KeepAccountResult',
  description: 'That the account is kept, or why nothing was changed.',
  types: () => [AccountKept, NotAllowed] as const,
  resolveType: refusalOr(AccountKept),
});

@ObjectType('RetentionRule', { description: 'How long something is kept.' })
export class RetentionRuleType {
  @Field(() => String, { description: 'The name of the rule.' })
  id!: string;

  @Field(() => String, { description: 'What goes, in the language of the request.' })
  what!: string;

  @Field(() => String, { description: 'From when the delay runs, in the language of the request.' })
  from!: string;

  @Field(() => String, { description: 'How long after, with its unit, in the language of the request: “24 mois”.' })
  delay!: string;

  @Field(() => String, { description: 'The first day on which the rule holds, as YYYY-MM-DD.' })
  since!: string;
}
