/** Names made of signs that the engine leaves out, so that it would look for a lone letter: on both sides, one word. */
const signed: [name: RegExp, word: string][] = [
  [/\bc\+\+/gi, 'cpp'],
  [/\bc#/gi, 'csharp'],
  [/\br\s?&\s?d\b/gi, 'rd'],
];

/** The words of an offer or of a query as the engine is to read them. */
export const engineWords = (text: string): string =>
  signed.reduce((words, [name, word]) => words.replace(name, word), text);
