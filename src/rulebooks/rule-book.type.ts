import { ArgsType, createUnionType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionTypes } from '../common/connection.js';
import { enumOf } from '../common/enum-of.js';
import { InvalidInput, refusalOr } from '../common/refusal.js';
import { ruleChangeKinds } from './rule-book-diff.js';
import { OutdatedVersion } from './rule-book-refusals.js';
import { type RuleBookVersion, ruleBookOrigins } from './rule-book-version.entity.js';

export const RuleChangeKind = enumOf(ruleChangeKinds);
export const RuleBookOrigin = enumOf(ruleBookOrigins);

registerEnumType(RuleChangeKind, {
  name: 'RuleChangeKind',
  description: 'What became of a rule.',
  valuesMap: {
    ADDED: { description: 'It is new.' },
    REMOVED: { description: 'It is gone.' },
    CHANGED: { description: 'It says something else.' },
  },
});

registerEnumType(RuleBookOrigin, {
  name: 'RuleBookOrigin',
  description: 'Where a version of a table comes from.',
  valuesMap: {
    SHIPPED: { description: 'It came with a release.' },
    CHANGED: { description: 'An administrator wrote it.' },
    REVERTED: { description: 'An administrator went back to an earlier version.' },
  },
});

@ObjectType('RuleChange', { description: 'What becomes of one rule between two contents, in plain sentences.' })
export class RuleChangeType {
  @Field(() => RuleChangeKind, { description: 'Whether it is new, gone, or says something else.' })
  kind!: (typeof ruleChangeKinds)[number];

  @Field(() => String, { description: 'Which rule, in the language of the request.' })
  title!: string;

  @Field(() => [String], { description: 'What no longer holds, in the language of the request.' })
  before!: string[];

  @Field(() => [String], { description: 'What holds from then on, in the language of the request.' })
  after!: string[];
}

@ObjectType('RuleBookVersion', { description: 'A table of facts as it stood from one change to the next.' })
export class RuleBookVersionType implements Omit<RuleBookVersion, 'book' | 'content' | 'settles'> {
  @Field(() => Int, { description: 'Its number, from 1. The greatest is in use.' })
  number!: number;

  @Field(() => RuleBookOrigin, { description: 'Where it comes from.' })
  origin!: RuleBookVersion['origin'];

  @Field(() => ID, {
    nullable: true,
    description: 'The account of the administrator; null for a version of a release, and once the account is erased.',
  })
  madeBy!: string | null;

  @Field(() => Date, { description: 'When.' })
  madeAt!: Date;

  @Field(() => String, { nullable: true, description: 'Why, in the words of the administrator; null for a release.' })
  reason!: string | null;
}

const { EdgeType, ConnectionType } = connectionTypes<RuleBookVersionType>('RuleBookVersion', () => RuleBookVersionType);
export const RuleBookVersionEdge = EdgeType;
export const RuleBookVersionConnection = ConnectionType;

@ObjectType('ShippedTable', {
  description: 'The table of this release, which waits because administrators changed the one in use.',
})
export class ShippedTable {
  @Field(() => String, { description: 'The whole table, as JSON.' })
  content!: string;

  @Field(() => [RuleChangeType], { description: 'What taking it over would change.' })
  changes!: RuleChangeType[];
}

@ObjectType('RuleBook', {
  description: 'A table of dated facts that administrators change without a release. Every version is kept.',
})
export class RuleBookType {
  @Field(() => ID, { description: 'Its name: "aids".' })
  name!: string;

  @Field(() => String, { description: 'What it is about, in the language of the request.' })
  title!: string;
}

@ObjectType('RuleBookPreview', { description: 'What a change of a table would do; nothing was changed.' })
export class RuleBookPreview {
  @Field(() => [RuleChangeType], { description: 'Rule by rule. Empty when nothing would change.' })
  changes!: RuleChangeType[];

  @Field(() => [String], {
    description: 'What would follow on the platform, in the language of the request: how many open offers change.',
  })
  consequences!: string[];
}

export const PreviewRuleBookResult = createUnionType({
  name: 'PreviewRuleBookResult',
  description: 'What would change, or why the content is none.',
  types: () => [RuleBookPreview, InvalidInput] as const,
  resolveType: refusalOr(RuleBookPreview),
});

export const ChangeRuleBookResult = createUnionType({
  name: 'ChangeRuleBookResult',
  description: 'The table with its new version, or why nothing was changed.',
  types: () => [RuleBookType, InvalidInput, OutdatedVersion] as const,
  resolveType: refusalOr(RuleBookType),
});

@ArgsType()
export class RuleBookChangeArgs {
  @Field(() => String, { description: 'Which table: "aids".' })
  name!: string;

  @Field(() => String, {
    description: 'Why, in 10 to 1,000 characters; kept with the version and in the audit log.',
  })
  reason!: string;

  @Field(() => Int, {
    description: 'The number of the version that was looked at: OutdatedVersion when it is no longer the one in use.',
  })
  basedOn!: number;
}
