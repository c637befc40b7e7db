const table = (header: string, rows: string[][]): string =>
  [header.split(','), ...rows].map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\n') + '\n';

/** A ROME small enough to read, in the official shape: one occupation of the seed and one of its own. */
export const aRome = (): Record<string, string> => ({
  'referentiel_code_rome_v460.csv': table(
    'code_rome,code_ogr,libelle_rome,transition_eco,transition_num,emploi_cadre,code_rome_parent',
    [
      ['H1527', '1', 'Ingénieur / Ingénieure qualité du ROME', 'Emploi Blanc', 'N', 'O', 'H1527'],
      ['Z1001', '2', 'Essayeur / Essayeuse', 'Emploi stratégique pour la Transition écologique', 'O', '', 'H1527'],
    ],
  ),
  'referentiel_appellation_v460.csv': table('code_ogr,libelle_appellation_long,code_rome,classification', [
    ['11', 'Ingénieur / Ingénieure qualité du ROME', 'H1527', 'PRINCIPALE'],
    ['12', 'Essayeur / Essayeuse', 'Z1001', 'PRINCIPALE'],
    ['13', 'Essayeur / Essayeuse', 'Z1001', 'SYNONYME'],
  ]),
  'referentiel_competence_v460.csv': table(
    'code_ogr,nature,libelle_competence,definition,code_ogr_macro_comp,code_macro_comp,cat_comp,sous_cat_comp',
    [
      ['999001', 'Compétence', 'Essayer ""pour voir"" une machine', '', '', '', 'Savoir-faire', 'Technique'],
      ['300460', 'Macro-compétence', 'Faire preuve d’autonomie', '', '', '', 'Savoir-être professionnel', 'Transverse'],
    ],
  ),
  'referentiel_savoir_v460.csv': table('code_ogr_savoir,libelle_savoir,categorie_savoir,sous_categorie_savoir', [
    ['122401', 'Analyse AMDEC du ROME', 'Normes et procédés', 'Méthodes, procédés, procédures'],
    ['115970', 'Danois', 'Domaines d’expertise', 'Langues'],
  ]),
  'coherence_item_v460.csv': table('code_rome,code_ogr,coeur_metier', [
    ['H1527', '122401', ''],
    ['H1527', '999001', 'Principale'],
    ['Z1001', '999001', 'Émergente'],
    ['Z1001', '23376', ''],
    ['Z9999', '999001', 'Principale'],
  ]),
  'rubrique_mobilite_v460.csv': table('code_rome,code_rome_cible,numero_ordre', [['H1527', 'Z1001', '2']]),
});
