import { realPlaces } from './real-places.js';

const { gazetteer } = realPlaces();
const found = (words: string, first = 5): string[] =>
  gazetteer.communesStartingWith(words, first).map(({ name }) => name);
const codes = (words: string, first = 5): string[] =>
  gazetteer.communesStartingWith(words, first).map(({ code }) => code);

describe('completing the name of a commune', () => {
  test.each([
    ['oyonnax', 'Oyonnax'],
    ['OYO', 'Oyonnax'],
    ['saint etienne', 'Saint-Étienne'],
    ['st-etienne', 'Saint-Étienne'],
    ['St Étienne', 'Saint-Étienne'],
    ['saintetienne', 'Saint-Étienne'],
    ['ste-genevieve-des-bois', 'Sainte-Geneviève-des-Bois'],
    ['abergement-clem', "L'Abergement-Clémenciat"],
    ['labergement clem', "L'Abergement-Clémenciat"],
    ['la rochelle', 'La Rochelle'],
    ['rochelle', 'La Rochelle'],
    ['stenay', 'Stenay'],
    ['œuilly', 'Œuilly'],
    ['lyon', 'Lyon'],
    ['paris 15', 'Paris'],
    ['nazaire', 'Saint-Nazaire'],
  ])('%s is %s', (typed, name) => {
    expect(found(typed)[0]).toBe(name);
  });

  test('a former commune is found by its name, and an exact name comes first', () => {
    expect(found('annecy-le-vieux')[0]).toBe('Annecy');
    expect(found('annecy')[0]).toBe('Annecy');
    expect(found('Eu')[0]).toBe('Eu');
  });

  test('homonyms come by population, told apart by their departments', () => {
    const homonyms = gazetteer.communesStartingWith('saint-denis', 4).filter(({ name }) => name === 'Saint-Denis');
    expect(homonyms.map(({ departmentCode }) => departmentCode)).toEqual(expect.arrayContaining(['974', '93']));
    const populations = homonyms.map(({ population }) => population);
    expect(populations).toEqual([...populations].sort((one, other) => other - one));
  });

  test.each([
    ['Saint-Denis (93)', '93066'],
    ['saint denis 974', '97411'],
    ['01100 Oyonnax', '01283'],
    ['st-etienne 42000', '42218'],
  ])('%s: the code tells which', (typed, code) => {
    expect(codes(typed)[0]).toBe(code);
  });

  test('asked again, and for fewer or more, it answers the same', () => {
    const many = codes('s', 50);
    expect(codes('s', 5)).toEqual(many.slice(0, 5));
    expect(codes('s', 80).slice(0, 50)).toEqual(many);
  });

  test('a postal code, its beginning, an INSEE code of today or of before', () => {
    expect(codes('01100')).toContain('01283');
    expect(codes('01 100')).toContain('01283');
    expect(codes('44600')).toEqual(['44184']);
    expect(codes('01283')).toContain('01283');
    expect(codes('75056')).toContain('75056');
    expect(codes('2a004')).toEqual(['2A004']);
    expect(codes('69381')).toContain('69123');
    expect(codes('971', 50)).toHaveLength(32);
  });

  test('nonsense finds nothing, and never more than asked', () => {
    expect(found('')).toEqual([]);
    expect(found(' - ')).toEqual([]);
    expect(found('xyzzy')).toEqual([]);
    expect(found('a'.repeat(10_000))).toEqual([]);
    expect(found('saint', 50)).toHaveLength(50);
    expect(found('saint', 0)).toEqual([]);
    expect(new Set(codes('saint', 50)).size).toBe(50);
  });
});
