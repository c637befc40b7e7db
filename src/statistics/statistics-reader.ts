import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../common/context.js';
import type { Language, Text } from '../common/text.js';
import { typeset } from '../common/typography.js';
import { Gazetteer } from '../territories/gazetteer.js';
import { Advice } from './advice.js';
import { DelaysLoader, delaysKey } from './delays.loader.js';
import { figure, type FigureType } from './figure.type.js';
import { type PeriodArgs, periodOf } from './period.args.js';
import { medianDelay } from './sheet.js';
import { type KnownSheet, SheetsLoader } from './sheets.loader.js';
import { type Scope, scopeOf, type StatisticsScopeInput } from './statistics-scope.js';
import { actsIn, answerRate, lastMonth, medianOver, type Period, wishesCounted } from './statistics-view.js';
import type { StatisticsType } from './statistics.type.js';

/** What lists of an answer are made of. */
export interface ShownStatistics extends StatisticsType {
  known: KnownSheet;
  scope: Scope;
}

export interface WholeStatistics extends ShownStatistics {
  medianDaysToAnswer: number | null;
  advice: string | null;
}

/** Figures as they are shown: one read of what was counted beforehand. */
@Injectable()
export class StatisticsReader {
  constructor(
    private readonly gazetteer: Gazetteer,
    private readonly sheets: SheetsLoader,
    private readonly advice: Advice,
    private readonly delays: DelaysLoader,
  ) {}

  /** Null for a place that does not exist. */
  async of(context: RequestContext, place: StatisticsScopeInput, period: PeriodArgs): Promise<ShownStatistics | null> {
    const scope = scopeOf(this.gazetteer, place);
    if (!scope) return null;
    const known = await this.sheets.load(context, scope.key);
    return show(scope, known, periodOf(period, known.sheet), context.language);
  }

  async median(context: RequestContext, { scope, known, from, until }: ShownStatistics): Promise<number | null> {
    const intervals = medianOver(known.sheet, from === null || until === null ? null : { from, until });
    return medianDelay(
      await Promise.all(intervals.map((interval) => this.delays.load(context, delaysKey(scope.key, interval)))),
    );
  }

  /** Null where an offer is open. */
  async adviceIn(context: RequestContext, { scope, openOffers }: ShownStatistics): Promise<string | null> {
    return openOffers > 0 ? null : this.advice.of(context, scope);
  }

  /** With what takes another read. */
  async whole(context: RequestContext, shown: ShownStatistics): Promise<WholeStatistics> {
    const [medianDaysToAnswer, advice] = await Promise.all([
      this.median(context, shown),
      this.adviceIn(context, shown),
    ]);
    return { ...shown, medianDaysToAnswer, advice };
  }
}

/** In the words of one language. */
export const said = (shown: ReturnType<typeof figure>, language: Language): FigureType => ({
  ...shown,
  text: typeset(shown.text)[language],
});

export const words = (text: Text, language: Language): string => typeset(text)[language];

export function show(scope: Scope, known: KnownSheet, period: Period | null, language: Language): ShownStatistics {
  const { sheet } = known;
  const now = lastMonth(sheet);
  const acted = (act: Parameters<typeof actsIn>[1]): FigureType => said(actsIn(sheet, act, period), language);
  return {
    known,
    scope,
    computedAt: known.computedAt,
    includesDemo: known.demo,
    from: period?.from ?? null,
    until: period?.until ?? null,
    openOffers: now?.openAtEnd ?? 0,
    openings: now?.openings ?? 0,
    companies: now?.companies ?? 0,
    candidates: said(figure(sheet.candidates, { counted: wishesCounted(scope, sheet) }), language),
    applications: acted('applications'),
    answers: acted('answers'),
    answerRate: said(answerRate(sheet, period), language),
    hires: acted('hires'),
    labels: acted('labels'),
  };
}
