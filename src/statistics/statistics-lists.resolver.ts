import { Context, Extensions, Float, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { RequestContext } from '../common/context.js';
import type { ContractType, MissionCategory } from '../offers/offer-words.js';
import type { Occupation } from '../skills/occupation.entity.js';
import { OccupationType } from '../skills/occupation.type.js';
import { OccupationsLoader } from '../skills/occupations.loader.js';
import type { Skill } from '../skills/skill.entity.js';
import { SkillType } from '../skills/skill.type.js';
import { SkillsLoader } from '../skills/skills.loader.js';
import { monthsShown } from './sheet.js';
import { said, type ShownStatistics, StatisticsReader } from './statistics-reader.js';
import { actsIn } from './statistics-view.js';
import {
  ContractTypeAskedType,
  MissionCategoryAskedType,
  OccupationAskedType,
  SkillTensionType,
  StatisticsMonthType,
  StatisticsType,
} from './statistics.type.js';
import { tensions } from './tensions.js';

const mostSkills = 10;

@Resolver(() => StatisticsType)
export class StatisticsListsResolver {
  constructor(private readonly reader: StatisticsReader) {}

  @ResolveField(() => Float, {
    nullable: true,
    description:
      'Median days from application to first answer, of the answers of the period; null where these are not told.',
  })
  medianDaysToAnswer(@Parent() shown: ShownStatistics, @Context() context: RequestContext): Promise<number | null> {
    return this.reader.median(context, shown);
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'Where no offer is open: what one can do, in the language of the request; else null.',
  })
  advice(@Parent() shown: ShownStatistics, @Context() context: RequestContext): Promise<string | null> {
    return this.reader.adviceIn(context, shown);
  }

  @Extensions({ mostItems: monthsShown })
  @ResolveField(() => [StatisticsMonthType], {
    description:
      'The last 24 months in their order, the one that runs at the end; `from` and `until` do not change it.',
  })
  months(
    @Parent() { known: { sheet } }: ShownStatistics,
    @Context() { language }: RequestContext,
  ): StatisticsMonthType[] {
    return sheet.offers.map((each) => {
      const period = { from: each.month, until: each.month };
      return {
        month: each.month,
        offersOpenDuring: each.openDuring,
        openOffers: each.openAtEnd,
        openings: each.openings,
        companies: each.companies,
        offersOpened: each.opened,
        offersEnded: each.ended,
        offersFilled: each.filled,
        applications: said(actsIn(sheet, 'applications', period), language),
        answers: said(actsIn(sheet, 'answers', period), language),
        hires: said(actsIn(sheet, 'hires', period), language),
        labels: said(actsIn(sheet, 'labels', period), language),
      };
    });
  }

  @Extensions({ mostItems: mostSkills })
  @ResolveField(() => [SkillTensionType], {
    description: 'The ten skills that most open offers ask for, the most asked first.',
  })
  skillsAsked(@Parent() shown: ShownStatistics, @Context() { language }: RequestContext): SkillTensionType[] {
    return tensions(shown, shown.known.sheet.skills.asked.slice(0, mostSkills), language);
  }

  @Extensions({ mostItems: mostSkills })
  @ResolveField(() => [SkillTensionType], {
    description: 'The ten skills that most candidates have of those whose number may be told, the most held first.',
  })
  skillsOffered(@Parent() shown: ShownStatistics, @Context() { language }: RequestContext): SkillTensionType[] {
    return tensions(shown, shown.known.sheet.skills.offered.slice(0, mostSkills), language);
  }

  @Extensions({ mostItems: mostSkills })
  @ResolveField(() => [OccupationAskedType], { description: 'The ten occupations that most open offers are for.' })
  occupations(@Parent() { known }: ShownStatistics): OccupationAskedType[] {
    return known.sheet.occupations.slice(0, mostSkills).map(([code, offers]) => ({ code, offers }));
  }

  @Extensions({ mostItems: 12 })
  @ResolveField(() => [MissionCategoryAskedType], {
    description: 'Families of missions of the open offers, the most frequent first.',
  })
  missionCategories(@Parent() { known }: ShownStatistics): MissionCategoryAskedType[] {
    return known.sheet.categories.map(([code, offers]) => ({ category: code as MissionCategory, offers }));
  }

  @Extensions({ mostItems: 4 })
  @ResolveField(() => [ContractTypeAskedType], {
    description: 'Contract types of the open offers, the most frequent first.',
  })
  contractTypes(@Parent() { known }: ShownStatistics): ContractTypeAskedType[] {
    return known.sheet.contracts.map(([code, offers]) => ({ contractType: code as ContractType, offers }));
  }
}

@Resolver(() => SkillTensionType)
export class SkillTensionResolver {
  constructor(private readonly skills: SkillsLoader) {}

  @ResolveField(() => SkillType, { description: 'The skill.' })
  skill(@Parent() { code }: SkillTensionType, @Context() context: RequestContext): Promise<Skill> {
    return this.skills.load(context, code);
  }
}

@Resolver(() => OccupationAskedType)
export class OccupationAskedResolver {
  constructor(private readonly occupations: OccupationsLoader) {}

  @ResolveField(() => OccupationType, { description: 'The occupation.' })
  occupation(@Parent() { code }: OccupationAskedType, @Context() context: RequestContext): Promise<Occupation> {
    return this.occupations.load(context, code);
  }
}
