/**
 * The form in which words are compared: lower case, no accents, ligatures opened, every other sign a single space.
 * "Œuvre d'Été à St-Étienne" becomes "oeuvre d ete a st etienne". `+` and `#` stay, for C++ and C#.
 */
export function fold(words: string): string {
  return words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim();
}
