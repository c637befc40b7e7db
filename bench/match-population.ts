import { Dice } from './dice.js';
import type { MadeCandidate, MadeOffer, World } from './population.js';

/** How much likelier the first of a list is than the others: as words are, so are occupations and skills. */
const steepness = 1.05;

/** Draws places of a list by Zipf’s law: the first most often. */
export class Zipf {
  private readonly sums: number[] = [];

  constructor(length: number) {
    let sum = 0;
    for (let place = 1; place <= length; place += 1) this.sums.push((sum += 1 / place ** steepness));
  }

  draw(dice: Dice): number {
    const at = dice.next() * (this.sums.at(-1) ?? 0);
    let [low, high] = [0, this.sums.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.sums[middle]! < at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const skillsOfAnOffer = 8;
const skillsOfACandidate = 12;
const ofTheOccupation = 0.62;

/** Skills as they come in life: a few everywhere, most seldom, and together by occupation. */
export class SkillDraw {
  private readonly occupations: Zipf;
  private readonly everySkill: string[];
  private readonly common: Zipf;
  private readonly own: ReadonlyMap<string, Zipf>;
  private readonly territories: string[];

  constructor(private readonly world: World) {
    this.occupations = new Zipf(world.occupations.length);
    this.everySkill = [...new Set(world.occupations.flatMap(({ skills }) => skills))];
    this.territories = [...new Set(world.communes.flatMap(({ territory }) => territory ?? []))];
    this.common = new Zipf(this.everySkill.length);
    this.own = new Map(world.occupations.map(({ code, skills }) => [code, new Zipf(skills.length)]));
  }

  offer(offer: MadeOffer, dice: Dice): MadeOffer {
    const occupation = this.world.occupations[this.occupations.draw(dice)]!;
    const skills = this.skills(occupation, dice, dice.int(3, 2 * skillsOfAnOffer - 3));
    const required = Math.ceil(skills.length * 0.6);
    return {
      ...offer,
      remoteWork: dice.chance(0.03) ? 'FULL' : dice.chance(0.15) ? 'PARTIAL' : 'NONE',
      description: 'Une mission dans une entreprise industrielle.',
      occupationCode: dice.chance(0.85) ? occupation.code : null,
      requiredSkillCodes: skills.slice(0, required),
      desiredSkillCodes: skills.slice(required),
    };
  }

  candidate(candidate: MadeCandidate, dice: Dice): MadeCandidate {
    const occupation = this.world.occupations[this.occupations.draw(dice)]!;
    const skills = this.skills(occupation, dice, dice.int(4, 2 * skillsOfACandidate - 4));
    const levels = ['NOTION', 'PRACTISED', 'PRACTISED', 'MASTERED'];
    return {
      ...candidate,
      occupationCodes: dice.chance(0.6) ? [occupation.code] : [],
      skills: dice.chance(0.97) ? skills.map((code) => ({ code, level: dice.pick(levels) })) : [],
      places: this.places(dice),
    };
  }

  /** One in eight goes anywhere; most name territories, three in four of them with a circle too; the rest a circle alone. */
  private places(dice: Dice): MadeCandidate['places'] {
    const around = { commune: { code: dice.pick(this.world.communes).code, radiusKm: dice.int(30, 100) } };
    const kind = dice.next();
    if (kind < 0.12) return [];
    if (kind < 0.3) return [around];
    const territories = Array.from({ length: dice.int(1, 5) }, () => ({ territoryId: dice.pick(this.territories) }));
    return dice.chance(0.75) ? [...territories, around] : territories;
  }

  private skills({ code, skills }: World['occupations'][number], dice: Dice, count: number): string[] {
    const drawn = Array.from({ length: count }, () =>
      dice.chance(ofTheOccupation) ? skills[this.own.get(code)!.draw(dice)]! : this.everySkill[this.common.draw(dice)]!,
    );
    return [...new Set(drawn)];
  }
}
