/** Words of French grammar that tell nothing, in offers as in queries. */
export const grammarWords = (
  'a au aux avec c ce ces chez d dans de des du elle en et eux il ils j je l la le les leur lui m ma mais me mes moi ' +
  'mon n ne nos notre nous on ou par pas pour qu que qui s sa se ses son sur t ta te tes toi ton tu un une vers vos ' +
  'votre vous y'
).split(' ');

/**
 * Words of a query that are true of every offer, that only ask politely, or that say no more than how near a place is:
 * they neither find nor hide anything. In the normal form.
 */
export const emptyWords = (
  'offre annonce emploi poste vte volontariat recherche cherche chercher recherchant trouver trouve travail travailler ' +
  'job mission candidat candidature postuler embauche recrutement recruter recrute profil metier pre proche autour ' +
  'environ region secteur alentour bonjour merci avance bonsoir svp cordialement voudrai veu souhaite souhaiterai ' +
  'aimerai sui serai actuellement disponible possible plait comme etre faire h f hf fh urgent ' +
  'partir rentre debutant junior ' +
  'generaliste motif dynamique accepte'
).split(' ');

/** They say when, and nothing in most searches; but Mars is a company. In the normal form. */
export const monthWords = 'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre'.split(
  ' ',
);

/** Words that begin many titles and name a trade only with what follows. In the normal form. */
export const roleWords = (
  'technicien ingenieur responsable chef charge assistant adjoint directeur operateur conducteur agent manager gestionnaire ' +
  'animateur coordinateur coordonnateur pilote conseiller consultant employe ouvrier specialiste expert referent alternant ' +
  'apprenti stagiaire cadre charger preparateur monteur controleur commercial'
).split(' ');
