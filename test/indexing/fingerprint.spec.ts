import { jest } from '@jest/globals';

/** The index is built again whenever a document would be another, without anyone having to remember it. */
async function fingerprint(changed?: [module: string, differs: (real: any) => object]): Promise<string> {
  jest.resetModules();
  if (changed) {
    const path = `../../src/${changed[0]}.js`;
    const real: object = await import(path);
    jest.resetModules();
    jest.unstable_mockModule(path, () => ({ ...real, ...changed[1](real) }));
  }
  const { indexFingerprint } = await import('../../src/indexing/offer-index-settings.js');
  if (changed) jest.unstable_unmockModule(`../../src/${changed[0]}.js`);
  return indexFingerprint();
}

let now: string;
beforeAll(async () => {
  now = await fingerprint();
});

test('the same code has the same one', async () => {
  expect(await fingerprint()).toBe(now);
});

test.each<[string, [string, (real: any) => object]]>([
  [
    'feminines',
    ['words/stem', ({ stem }) => ({ stem: (word: string) => (word.endsWith('trice') ? word : stem(word)) })],
  ],
  ['plurals', ['words/stem', ({ stem }) => ({ stem: (word: string) => stem(word).replace(/iau$/, 'iaux') })]],
  ['acronyms', ['words/said-otherwise', silent]],
  ['words of grammar', ['words/silent-words', ({ grammarWords }) => ({ grammarWords: [...grammarWords, 'donc'] })]],
  ['names of contracts', ['offers/offer-words', withLabel('contractTypeLabels', 'PROFESSIONALISATION')]],
  ['names of levels', ['skills/study-level', withLabel('studyLevelLabels', 'DOCTORATE')]],
  ['names of remote work', ['offers/offer-words', withLabel('remoteWorkLabels', 'FULL')]],
  ['the order', ['offers/offer-standing', () => ({ standing: () => 1 })]],
  ['titles of occupations', ['indexing/occupation-titles', () => ({ occupationTitles: () => ['Cariste'] })]],
])('another one by other %s', async (_what, changed) => {
  expect(await fingerprint(changed)).not.toBe(now);
});

/** Of functions only, all answering nothing. */
function silent(real: object): object {
  return Object.fromEntries(Object.keys(real).map((name) => [name, () => []]));
}

function withLabel(list: string, value: string): (real: any) => object {
  return (real) => ({ [list]: { ...real[list], [value]: { fr: 'Autrement dit', en: 'Otherwise' } } });
}

test('the samples have a value in every field of a document', async () => {
  jest.resetModules();
  const { sampleDocuments } = await import('../../src/indexing/sample-documents.js');
  const { documents } = sampleDocuments();
  const fields = new Set(documents.flatMap((document) => Object.keys(document)));
  for (const field of fields) {
    const values = new Set(documents.map((document) => JSON.stringify(document[field as keyof typeof document])));
    const fixed = ['id', 'version', 'company', 'companyName', 'companyId', 'skills', 'aids'].includes(field);
    expect([field, values.size > 1]).toEqual([field, !fixed]);
    expect([...values].some((value) => !['""', '[]', 'null'].includes(value))).toBe(true);
  }
});
