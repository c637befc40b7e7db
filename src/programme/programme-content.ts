import { z } from 'zod';
import { generations } from '../territories/generation.js';

const Words = z.strictObject({ fr: z.string().min(1), en: z.string().min(1) });
const Key = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]*$/);

/** Where something was read; no address where none was found. */
const sourced = {
  source: z.string().min(1),
  sourceUrl: z.url({ protocol: /^https?$/ }).nullable(),
  checkedOn: z.iso.date(),
};

const Measure = z.strictObject({
  key: Key,
  title: Words,
  text: Words,
  ...sourced,
  /** Whether a source says which challenge it answers; else it was put there by us. */
  attachedBySource: z.boolean(),
});
export type Measure = z.infer<typeof Measure>;

export const howKinds = ['QUERY', 'MUTATION', 'FIELD', 'ROUTE'] as const;
export const figures = ['OPEN_OFFERS', 'VERIFIED_COMPANIES'] as const;
export type ProgrammeFigure = (typeof figures)[number];

const Service = z.strictObject({
  key: Key,
  title: Words,
  text: Words,
  how: z.strictObject({ kind: z.enum(howKinds), name: z.string().min(1) }),
  figure: z.enum(figures).optional(),
});
export type Service = z.infer<typeof Service>;

const Goal = z.strictObject({
  key: Key,
  kind: z.enum(['CHALLENGE', 'PRIORITY']),
  title: Words,
  text: Words,
  measures: z.array(Measure),
  onThePlatform: z.array(Service),
  /** What the platform does not do of it, said openly. */
  beyondThePlatform: Words.optional(),
});
export type Goal = z.infer<typeof Goal>;

const Fact = z.strictObject({ key: Key, title: Words, text: Words, ...sourced });
export type Fact = z.infer<typeof Fact>;

const Generation = z.strictObject({
  generation: z.enum(generations),
  title: Words,
  text: Words,
  /** How many measures were announced; null where no number was. */
  measuresAnnounced: z.int().min(0).nullable(),
  measuresNote: Words,
  goals: z.array(Goal).min(1),
  governance: z.array(Fact),
});
export type GenerationContent = z.infer<typeof Generation>;

const Count = z.strictObject({
  generation: z.enum(generations),
  /** As far as the moment is known: a day, a month, a year, or null. */
  on: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
    .nullable(),
  count: z.int().min(1),
  text: Words,
  ...sourced,
});
export type Count = z.infer<typeof Count>;

export const ProgrammeContent = z.strictObject({ generations: z.array(Generation).length(2), counts: z.array(Count) });
export type ProgrammeContent = z.infer<typeof ProgrammeContent>;

export const measuresOf = ({ goals }: GenerationContent): Measure[] => goals.flatMap(({ measures }) => measures);
