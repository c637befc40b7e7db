import { Extraction } from '../../src/extraction/extraction.js';
import { realLexicon, realUnderstood } from '../understanding/real-understood.js';
import { cases } from './labelled/all-labelled.js';
import { judge, type Kind, kinds, measure, Names, type Verdict } from './labelled/judge.js';

/** Texts written for it, with what a careful reader marks in them, on the real places and the skills of the seed. */
const lexicon = realLexicon();
const extraction = new Extraction(lexicon, realUnderstood(lexicon));
const names = new Names(lexicon);
/** When the texts are read. */
const today = '2026-06-01';

const read = cases.map((labelled) => ({
  labelled,
  verdicts: judge(labelled, extraction.read(labelled.text, labelled.kind, today), names),
}));

const floors: Partial<Record<Kind, { precision: number; recall: number }>> = {
  skills: { precision: 0.9, recall: 0.85 },
  occupations: { precision: 0.8, recall: 0.8 },
  languages: { precision: 0.9, recall: 0.9 },
  level: { precision: 0.9, recall: 0.9 },
  places: { precision: 0.9, recall: 0.9 },
  contracts: { precision: 0.9, recall: 0.8 },
  from: { precision: 0.9, recall: 0.8 },
  diploma: { precision: 0.9, recall: 0.8 },
  licences: { precision: 0.9, recall: 0.8 },
};

const listing = (kind: Kind, heldOut: boolean): string =>
  read
    .filter(({ labelled }) => labelled.heldOut === heldOut)
    .map(({ labelled, verdicts }) => ({ labelled, verdict: verdicts.find((one) => one.kind === kind)! }))
    .filter(({ verdict }) => verdict.missed.length + verdict.wrong.length > 0)
    .map(
      ({ labelled, verdict }) =>
        `${labelled.kind} ${labelled.about}: missed ${verdict.missed.join(', ') || '-'}; wrong ${verdict.wrong.join(', ') || '-'}`,
    )
    .join('\n');

const of = (kind: Kind, heldOut: boolean): Verdict[] =>
  read
    .filter(({ labelled }) => labelled.heldOut === heldOut)
    .map(({ verdicts }) => verdicts.find((one) => one.kind === kind)!);

for (const heldOut of [false, true]) {
  describe(heldOut ? 'the texts held out' : 'the texts the rules were made with', () => {
    test.each(kinds)('%s', (kind) => {
      const { precision, recall } = measure(of(kind, heldOut));
      process.stdout.write(
        `${heldOut ? 'held out' : 'seen    '} ${kind.padEnd(11)} precision ${precision.toFixed(3)} recall ${recall.toFixed(3)}\n`,
      );
      const floor = floors[kind] ?? { precision: 0, recall: 0 };
      if (precision < floor.precision || recall < floor.recall) throw new Error(listing(kind, heldOut));
    });
  });
}

test('holds enough texts', () => {
  expect(cases.filter(({ kind }) => kind === 'CV').length).toBeGreaterThanOrEqual(40);
  expect(cases.filter(({ kind }) => kind === 'OFFER').length).toBeGreaterThanOrEqual(20);
});
