import { z } from 'zod';
import { plainLine } from '../common/plain-text.js';
import { sirenOf } from '../companies/siret.js';
import type { RegisterAnswer } from './company-register.js';

const text = z.string().nullish();

const Establishment = z.object({
  siret: text,
  /** A: active, F: closed. */
  etat_administratif: text,
  activite_principale: text,
  tranche_effectif_salarie: text,
  date_fermeture: text,
  nom_commercial: text,
  liste_enseignes: z.array(z.string()).nullish(),
});

/** The part that is read of `GET /search` (API Recherche d’entreprises). Fields that are not public are null or “[NON-DIFFUSIBLE]”. */
const Answer = z.object({
  results: z.array(
    z.object({
      siren: z.string(),
      nom_complet: text,
      nom_raison_sociale: text,
      sigle: text,
      /** Of the legal unit. A: active, C: ceased. */
      etat_administratif: text,
      activite_principale: text,
      tranche_effectif_salarie: text,
      categorie_entreprise: text,
      nature_juridique: text,
      siege: Establishment.nullish(),
      matching_etablissements: z.array(Establishment).nullish(),
    }),
  ),
});

const unknown: RegisterAnswer = {
  state: 'UNKNOWN',
  name: null,
  otherNames: [],
  nafCode: null,
  headcountBand: null,
  closedOn: null,
};

/**
 * What the answer says of this very establishment: the search also gives others that resemble it. Throws for what is no such
 * answer.
 */
export function answerAbout(siret: string, body: unknown): RegisterAnswer {
  const { results } = Answer.parse(body);
  const unit = results.find(({ siren }) => siren === sirenOf(siret));
  const establishments = unit ? [...(unit.matching_etablissements ?? []), ...(unit.siege ? [unit.siege] : [])] : [];
  const found = establishments.find((each) => each.siret === siret);
  if (!unit || !found) return unknown;
  const names = [
    unit.nom_raison_sociale,
    unit.nom_complet,
    unit.sigle,
    found.nom_commercial,
    ...(found.liste_enseignes ?? []),
  ];
  const [name = null, ...otherNames] = new Set(names.flatMap(spelt).flatMap((each) => published(each) ?? []));
  return {
    state: stateOf(found.etat_administratif, unit.etat_administratif),
    name,
    otherNames,
    nafCode: published(found.activite_principale) ?? published(unit.activite_principale),
    headcountBand: published(found.tranche_effectif_salarie),
    unitHeadcountBand: published(unit.tranche_effectif_salarie),
    category: published(unit.categorie_entreprise),
    legalCategory: published(unit.nature_juridique),
    closedOn: /^\d{4}-\d{2}-\d{2}/.exec(found.date_fermeture ?? '')?.[0] ?? null,
  };
}

/** `nom_complet` is written “NAME (SHORT OR TRADE NAME)”, where there is one. */
const spelt = (name: string | null | undefined): string[] => (name ?? '').split(/[()]/);

/** Active only where establishment and legal unit both are. */
function stateOf(establishment: string | null | undefined, unit: string | null | undefined): RegisterAnswer['state'] {
  if (establishment === 'F' || unit === 'C') return 'CLOSED';
  return establishment === 'A' ? 'ACTIVE' : 'UNKNOWN';
}

function published(value: string | null | undefined): string | null {
  const line = plainLine(value ?? '').slice(0, 200);
  return line === '' || line.includes('NON-DIFFUSIBLE') ? null : line;
}
