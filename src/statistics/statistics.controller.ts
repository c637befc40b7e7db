import { createHash } from 'node:crypto';
import { Controller, Get, HttpException, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { type RequestContext, requestContext } from '../common/context.js';
import type { Text } from '../common/text.js';
import { restAnswer } from '../http/sent-file.js';
import { Gazetteer } from '../territories/gazetteer.js';
import { generations, type TerritoryGeneration } from '../territories/generation.js';
import { isMonth } from './month.scalar.js';
import type { PeriodArgs } from './period.args.js';
import { StatisticsReader, type WholeStatistics } from './statistics-reader.js';
import { statisticsCsv, statisticsJson } from './statistics-rows.js';
import type { StatisticsScopeInput } from './statistics-scope.js';

type Asked = Readonly<Record<string, unknown>>;

const known = ['territory', 'region', 'department', 'nation', 'territories', 'generation', 'from', 'until'];
const current: TerritoryGeneration = 'CURRENT_2023_2027';

/**
 * Figures as files, for everyone: of one place (`territory`, with `generation`, `region`, `department` or `nation`), or of
 * all territories of a generation (`territories`, a line for each), which is what they are without any. `from` and `until`
 * are months. Errors are `{ message, code }`.
 */
@Controller()
export class StatisticsController {
  constructor(
    private readonly reader: StatisticsReader,
    private readonly gazetteer: Gazetteer,
  ) {}

  @Get('statistics.csv')
  csv(@Query() asked: Asked, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const name = 'statistiques-vte.csv';
    void reply.header('content-disposition', `attachment; filename="${name}"`);
    return this.answer(asked, request, reply, 'text/csv; charset=utf-8; header=present', statisticsCsv);
  }

  @Get('statistics.json')
  json(@Query() asked: Asked, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.answer(asked, request, reply, 'application/json; charset=utf-8', statisticsJson);
  }

  private async answer(
    asked: Asked,
    request: FastifyRequest,
    reply: FastifyReply,
    type: string,
    written: (rows: readonly WholeStatistics[], language: RequestContext['language']) => string,
  ): Promise<void> {
    const context = requestContext(request, reply);
    try {
      const rows = await this.rows(asked, context);
      const body = written(rows, context.language);
      const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
      void reply.headers({
        etag,
        'cache-control': 'public, max-age=300',
        vary: 'accept-language',
        'access-control-allow-origin': '*',
      });
      if (request.headers['if-none-match']?.includes(etag)) await reply.status(304).send();
      else await reply.type(type).send(body);
    } catch (error) {
      void reply.removeHeader('content-disposition');
      if (error instanceof GraphQLError && error.extensions['code'] === 'BAD_USER_INPUT') {
        throw refused(400, { fr: error.message, en: error.message }, context);
      }
      throw restAnswer(error, context, request.url);
    }
  }

  private async rows(asked: Asked, context: RequestContext): Promise<WholeStatistics[]> {
    const unknown = Object.keys(asked).find((name) => !known.includes(name));
    if (unknown !== undefined || !Object.values(asked).every((value) => typeof value === 'string')) {
      throw refused(400, unreadable, context);
    }
    const said = asked as Readonly<Record<string, string>>;
    const period = periodIn(said);
    if (!period) throw refused(400, noMonth, context);
    const places = this.places(said);
    if (!places) throw refused(400, tooManyPlaces, context);
    const rows = await Promise.all(places.map((place) => this.reader.of(context, place, period)));
    const found = rows.filter((row) => row !== null);
    if (found.length === 0) throw refused(404, nowhere, context);
    return Promise.all(found.map((row) => this.reader.whole(context, row)));
  }

  /** Undefined where several kinds of places, or an unknown generation, are asked for. */
  private places({
    territory,
    region,
    department,
    nation,
    territories,
    generation = current,
  }: Readonly<Record<string, string>>) {
    const asked = [territory, region, department, nation, territories].filter((each) => each !== undefined);
    const list = generations.find((each) => each === generation);
    if (asked.length > 1 || !list) return undefined;
    if (region !== undefined) return [{ regionCode: region }];
    if (department !== undefined) return [{ departmentCode: department }];
    if (nation !== undefined) return [{ nation: true }];
    if (territory !== undefined) {
      const code = territory.trim();
      const found = this.gazetteer.territory(code) ?? this.gazetteer.territoryByCode(list, code.toLowerCase());
      return [{ territoryId: found?.id ?? code }] satisfies StatisticsScopeInput[];
    }
    return this.gazetteer.territoriesOfGeneration(list).map(({ id }) => ({ territoryId: id }));
  }
}

function periodIn({ from, until }: Readonly<Record<string, string>>): PeriodArgs | undefined {
  if ([from, until].some((month) => month !== undefined && !isMonth(month))) return undefined;
  return { from, until };
}

const refused = (status: number, text: Text, { language }: RequestContext): HttpException =>
  new HttpException({ message: text[language], code: status === 404 ? 'NOT_FOUND' : 'BAD_USER_INPUT' }, status);

const unreadable: Text = {
  fr: `Les paramètres possibles sont ${known.join(', ')}, chacun une fois.`,
  en: `The parameters are ${known.join(', ')}, each once.`,
};
const noMonth: Text = {
  fr: 'Un mois s’écrit AAAA-MM, par exemple 2026-09.',
  en: 'A month is YYYY-MM, such as 2026-09.',
};
const tooManyPlaces: Text = {
  fr: 'Demandez un seul lieu : territory, region, department, nation ou territories, et une génération qui existe.',
  en: 'Ask for one place: territory, region, department, nation or territories, and a generation that exists.',
};
const nowhere: Text = { fr: 'Aucun lieu n’a ce code.', en: 'No place has this code.' };
