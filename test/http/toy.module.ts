import { Module } from '@nestjs/common';
import {
  Args,
  ArgsType,
  Context,
  createUnionType,
  Field,
  GraphQLModule,
  ID,
  InputType,
  Int,
  InterfaceType,
  Mutation,
  ObjectType,
  Parent,
  Query,
  registerEnumType,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { GraphQLError } from 'graphql';
import { NodeResolver } from '../../src/common/node.resolver.js';
import { InputProblemResolver, RefusalResolver } from '../../src/common/refusal.resolver.js';
import { Node, NodeFinders } from '../../src/common/node.js';
import type { RequestContext } from '../../src/common/context.js';
import { connectionFrom, connectionTypes, PageArgs } from '../../src/common/connection.js';
import { forbidden, rateLimited } from '../../src/common/errors.js';
import { InvalidInput, NotAllowed, refusalOr } from '../../src/common/refusal.js';
import { CivilDate, DateScalar } from '../../src/common/scalars.js';
import { graphqlOptions } from '../../src/http/graphql.options.js';

/** A schema that has one of everything, about shelves of toys: no database, no word of the platform's own. */
export enum Colour {
  RED = 'red',
  BLUE = 'blue',
}
registerEnumType(Colour, { name: 'Colour' });

@InterfaceType('Named', { resolveType: (value: object) => ('seats' in value ? 'Car' : 'Doll') })
abstract class Named {
  @Field(() => String)
  name!: string;
}

@ObjectType('Car', { implements: () => [Named] })
class Car extends Named {
  @Field(() => Int)
  seats!: number;
  @Field(() => Colour)
  colour!: Colour;
}

@ObjectType('Doll', { implements: () => [Named] })
class Doll extends Named {
  @Field(() => CivilDate)
  madeOn!: string;
  @Field(() => String, { nullable: true })
  dress!: string | null;
}

const Toy = createUnionType({
  name: 'Toy',
  types: () => [Car, Doll] as const,
  resolveType: (value: object) => ('seats' in value ? Car : Doll),
});

@ObjectType('Shelf', { implements: () => [Node] })
export class Shelf extends Node {
  @Field(() => String)
  name!: string;
}
const { ConnectionType: ShelfConnection } = connectionTypes('Shelf', () => Shelf);

@InputType('ToyChoice', { isOneOf: true })
class ToyChoice {
  @Field(() => String, { nullable: true })
  name?: string;
  @Field(() => Colour, { nullable: true })
  colour?: Colour;
}

@InputType('ToyFilter')
class ToyFilter {
  @Field(() => [ToyChoice], { nullable: true })
  any?: ToyChoice[];
  @Field(() => CivilDate, { nullable: true })
  since?: string;
  @Field(() => [[Int]], { nullable: true })
  grid?: number[][];
}

@InputType('ToyTree')
class ToyTree {
  @Field(() => ToyTree, { nullable: true })
  under?: ToyTree;
  @Field(() => Int, { nullable: true })
  size?: number;
}

@InputType('ToyOrder')
class ToyOrder {
  @Field(() => Int, { defaultValue: 7 })
  most!: number;
}

@ArgsType()
class Page extends PageArgs {}

const PaintResult = createUnionType({
  name: 'PaintResult',
  types: () => [Car, InvalidInput, NotAllowed] as const,
  resolveType: refusalOr(Car),
});

const toys = [
  { name: 'Auto', seats: 4, colour: Colour.RED },
  { name: 'Poupée', madeOn: '2024-02-29', dress: null },
];
const shelves = Array.from({ length: 3 }, (_, index) =>
  Object.assign(new Shelf(), { id: `s${index}`, name: `Shelf ${index}` }),
);

const pageOf = (page: PageArgs) => {
  const connection = connectionFrom(
    shelves.map((node) => ({ cursor: node.id, node })),
    page,
  );
  return { ...connection, nodes: connection.edges.map((edge) => edge.node) };
};

/** How often resolvers ran, for what must not run, or not twice. */
export const calls = { shelves: 0, paint: 0, boom: 0 };

@Resolver(() => Shelf)
class ShelfResolver {
  constructor(finders: NodeFinders) {
    finders.register({
      row: Shelf,
      type: 'Shelf',
      find: (id) => Promise.resolve(shelves.find((shelf) => shelf.id === id) ?? null),
    });
  }

  @Query(() => ShelfConnection)
  shelves(@Args() page: Page) {
    calls.shelves++;
    return pageOf(page);
  }

  @ResolveField(() => ShelfConnection)
  neighbours(@Args() page: Page) {
    return pageOf(page);
  }

  @ResolveField(() => Shelf)
  next(@Parent() shelf: Shelf) {
    return shelf;
  }

  @ResolveField(() => [Toy])
  toys() {
    return toys;
  }

  @ResolveField(() => [Named])
  async named() {
    await new Promise((resolve) => setImmediate(resolve));
    return toys;
  }

  @ResolveField(() => String, { nullable: true })
  fragile(@Parent() shelf: Shelf) {
    if (shelf.id === 's1') throw new GraphQLError('fragile', { extensions: { code: 'NOT_FOUND' } });
    return 'ok';
  }

  @ResolveField(() => String)
  required(@Parent() shelf: Shelf) {
    return shelf.id === 's1' ? null : 'ok';
  }
}

@Resolver()
class ToyResolver {
  @Query(() => [String])
  echo(
    @Args('filter', { nullable: true }) filter: ToyFilter,
    @Args('words', { nullable: true }) words: string,
    @Args('tree', { nullable: true }) tree: ToyTree,
    @Args('order', { nullable: true }) order: ToyOrder,
    @Args('ids', { type: () => [ID], nullable: true }) ids: string[],
  ) {
    return [JSON.stringify({ filter, words, ids, tree, order })];
  }

  @Query(() => String, { nullable: true })
  boom(@Args('times', { type: () => Int, defaultValue: 1 }) times: number) {
    calls.boom++;
    throw Object.assign(new Error(`relation "secret_table" does not exist ${times}`), { query: 'SELECT password' });
  }

  @Query(() => [String], { nullable: 'itemsAndList' })
  booms() {
    return Array.from({ length: 40 }, (_, index) => new Error(`secret ${index}`));
  }

  @Query(() => String)
  address(@Context() context: RequestContext) {
    return `${context.address} ${context.language} ${context.token ?? '-'}`;
  }

  @Query(() => String, { nullable: true })
  hidden() {
    throw forbidden();
  }

  @Query(() => String, { nullable: true })
  limited() {
    throw rateLimited(30);
  }

  @Mutation(() => PaintResult)
  paint(
    @Args('colour', { type: () => Colour }) colour: Colour,
    @Args('password', { nullable: true }) password: string,
    @Args('others', { type: () => [Colour], nullable: true }) others: Colour[] | null,
  ) {
    calls.paint++;
    if (password) throw new Error('painting failed');
    if ([colour, ...(others ?? [])].includes(Colour.BLUE))
      return new NotAllowed({ fr: 'Pas en bleu.', en: 'Not blue.' });
    return toys[0];
  }
}

@Module({
  imports: [GraphQLModule.forRoot(graphqlOptions())],
  providers: [ShelfResolver, ToyResolver, NodeFinders, NodeResolver, RefusalResolver, InputProblemResolver, DateScalar],
})
export class ToyModule {}
