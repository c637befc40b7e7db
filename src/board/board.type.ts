import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { Application } from '../applications/application.entity.js';
import { ApplicationStatus } from '../applications/application-status.js';
import { ApplicationType } from '../applications/application.type.js';
import { type Connection, type Edge, PageInfo } from '../common/connection.js';
import type { BoardSort } from './board.input.js';
import type { OfferCount, StatusCount } from './board.repository.js';
import type { BoardWhere } from './board-where.js';

/** A board that the caller may read, before its columns are filled. */
export interface OpenBoard {
  where: BoardWhere;
  sort: BoardSort;
  today: string;
  counts: StatusCount[];
  statuses: readonly ApplicationStatus[] | null;
}

export interface OpenColumn extends StatusCount {
  board: OpenBoard;
}

@ObjectType('BoardCard', {
  description: 'An application as it lies on the board. Its messages, meetings, steps and notes hang on `application`.',
})
export class BoardCardType {
  @Field(() => ApplicationType, { description: 'The application.' })
  application!: Application;
}

@ObjectType('BoardCardEdge', { description: 'One card of a column, with its place in it.' })
export class BoardCardEdge implements Edge<BoardCardType> {
  @Field(() => String, { description: 'Its place in the column, opaque.' })
  cursor!: string;

  @Field(() => BoardCardType, { description: 'The card.' })
  node!: BoardCardType;
}

@ObjectType('BoardCardConnection', { description: 'A page of the cards of a column.' })
export class BoardCardConnection implements Connection<BoardCardEdge> {
  @Field(() => [BoardCardEdge], { description: 'The cards of the page.' })
  edges!: BoardCardEdge[];

  @Field(() => PageInfo, { description: 'Where the page stands in the column.' })
  pageInfo!: PageInfo;
}

@ObjectType('BoardColumn', { description: 'The applications of a board that stand in one state.' })
export class BoardColumnType implements Partial<OpenColumn> {
  @Field(() => ApplicationStatus, { description: 'The state.' })
  status!: ApplicationStatus;

  @Field(() => Int, { description: 'How many stand in it.' })
  count!: number;

  @Field(() => Int, { description: 'Of how many the day of the answer has passed without one.' })
  overdue!: number;

  @Field(() => Int, { description: 'In how many messages of the candidate wait to be read.' })
  unread!: number;
}

@ObjectType('BoardOffer', { description: 'The applications of a board to one offer, in figures.' })
export class BoardOfferType implements Partial<OfferCount> {
  @Field(() => Int, { description: 'How many there are.' })
  count!: number;

  @Field(() => Int, { description: 'How many wait for an answer, opened or not.' })
  waiting!: number;

  @Field(() => Int, { description: 'Of how many the day of the answer has passed without one.' })
  overdue!: number;

  @Field(() => Int, { description: 'In how many messages of the candidate wait to be read.' })
  unread!: number;
}

@ObjectType('Board', {
  description:
    'Applications as those who answer them work through them: columns by state, figures, cards. Seen by members of the ' +
    'company in any role, and by administrators, whose reading is noted in the audit log.',
})
export class BoardType {
  @Field(() => Int, { description: 'How many applications the filter lets through.' })
  total!: number;

  @Field(() => Int, { description: 'Of how many the day of the answer has passed without one.' })
  overdue!: number;

  @Field(() => Int, { description: 'In how many messages of the candidate wait to be read.' })
  unread!: number;
}
