/** Words of French grammar that tell nothing, in offers as in queries. */
export const grammarWords = (
  'a au aux avec c ce ces chez d dans de des du elle en et eux il ils j je l la le les leur lui m ma mais me mes moi ' +
  'mon n ne nos notre nous on ou par pas pour qu que qui s sa se ses son sur t ta te tes toi ton tu un une vers vos ' +
  'votre vous y'
).split(' ');

/** Words of a query that are true of every offer, or say only how near a place is: they neither find nor hide anything. */
export const emptyWords = (
  'offre offres emploi emplois poste postes vte recherche recherches cherche travail job jobs mission missions h f hf fh ' +
  'pres proche autour environs region secteur'
).split(' ');
