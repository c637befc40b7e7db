import type { Language } from '../common/text.js';
import type { TerritoryFacts } from '../territories/territory-facts.js';
import type { Fact, GenerationContent, Goal, Measure, ProgrammeContent, ProgrammeFigure } from './programme-content.js';
import { measuresOf } from './programme-content.js';
import type { GoalType, ProgrammeType, ServiceType, SourceType } from './programme.type.js';

/** What the platform does, and which number is told of it, in a territory or everywhere. */
export interface ShownService extends ServiceType {
  shows: ProgrammeFigure | null;
  territory: TerritoryFacts | null;
}

/** A generation of the programme in the language of the request; with a territory, its numbers are those of that territory. */
export function shownProgramme(
  content: ProgrammeContent,
  told: GenerationContent,
  language: Language,
  territory: TerritoryFacts | null,
): ProgrammeType {
  const inWords = <Told extends Fact | Measure>({ title, text, ...rest }: Told) => ({
    ...rest,
    title: title[language],
    text: text[language],
  });
  const goal = ({ key, title, text, measures, onThePlatform, beyondThePlatform }: Goal): GoalType => ({
    key,
    title: title[language],
    text: text[language],
    measures: measures.map(inWords),
    onThePlatform: onThePlatform.map(({ how, figure, ...service }): ShownService => ({
      key: service.key,
      title: service.title[language],
      text: service.text[language],
      how,
      shows: figure ?? null,
      territory,
    })),
    beyondThePlatform: beyondThePlatform?.[language] ?? null,
  });
  const goals = (kind: Goal['kind']): GoalType[] => told.goals.filter((each) => each.kind === kind).map(goal);
  return {
    generation: told.generation,
    title: told.title[language],
    text: told.text[language],
    challenges: goals('CHALLENGE'),
    priorities: goals('PRIORITY'),
    measuresAnnounced: told.measuresAnnounced,
    measuresSourced: measuresOf(told).length,
    measuresNote: told.measuresNote[language],
    governance: told.governance.map(inWords),
    timeline: content.counts.map(({ text, ...count }) => ({ ...count, text: text[language] })),
    sources: sourcesOf(content, told),
  };
}

/** Each once, with the latest day on which it was looked at. */
function sourcesOf({ counts }: ProgrammeContent, told: GenerationContent): SourceType[] {
  const sources = new Map<string, SourceType>();
  for (const { source, sourceUrl, checkedOn } of [...measuresOf(told), ...told.governance, ...counts]) {
    const known = sources.get(source);
    if (!known || known.checkedOn < checkedOn) sources.set(source, { source, sourceUrl, checkedOn });
  }
  return [...sources.values()];
}
