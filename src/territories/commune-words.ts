const article = /^(Le|Les)\s+/;
const contracted: Record<string, { of: string; at: string }> = {
  Le: { of: 'du', at: 'au' },
  Les: { of: 'des', at: 'aux' },
};

/** Names in h before which the French elide, as in d'Hyères: a silent h, as against Le Havre's. */
const silentH = /^(hy|hé[nrb]|hirson|hérault|hauterive)/i;

/** "de Lyon", "d'Oyonnax", "du Mans", "des Abymes". */
export function ofCommune(name: string): string {
  const contractedForm = withArticle(name, 'of');
  if (contractedForm) return contractedForm;
  const elides = /^[aeiouyœæ]/i.test(name.normalize('NFD')) || silentH.test(name);
  return elides ? `d’${name}` : `de ${name}`;
}

/** "à Lyon", "au Mans", "aux Abymes". */
export const atCommune = (name: string): string => withArticle(name, 'at') ?? `à ${name}`;

function withArticle(name: string, form: 'of' | 'at'): string | null {
  const found = article.exec(name);
  return found ? `${contracted[found[1]!]![form]} ${name.slice(found[0].length)}` : null;
}
