import { normalWords } from '../words/normal-form.js';

/** How much a name of one word needs around it before it is taken for what bears it.  */
const words = (list: string): ReadonlySet<string> =>
  new Set(
    list
      .trim()
      .split(/\s+/)
      .map((word) => normalWords(word)[0] ?? word),
  );

/** Everyday words: only where they stand alone in a list, as someone names a skill. */
export const listedOnly = words(`
  achat acier aluminium agile antenne attractivite audace automatique automation automatisation brevet budget capteur
  coulee confection confidentialite cooperation cyber consignation essai ethique evacuation export extraction filtration
  melange sechage moulage vapeur ventilation fluide facilitation federer imagination inclusion innovation inspirer
  integrite juridique laser layout maintenance materiau offset outillage pollution precision production qualite rapidite
  recyclage relationnel responsabilite rigueur seminaire supervision tact transit trempe tuteur vente nucleaire
  tolerance detail initiative flexibilite importateur rh hr pmi cse ht pv km gc rf fa bt pcr ias sprint stock diversification
  externalisation relocalisation manager curiosite curieux organise specification import bureautique optique forge fonderie
  determination routing saving buying costing controlling stamping foundry forging machining rep
  tournage standardisation versioning vulgarisation emballage confort pitch inauguration forecast  fiable
`);

/** Qualities of people: where someone speaks of them, not of what was done. */
export const ofPeople = words(`
  autonome autonomie rigoureux curieux creatif creativite reactif reactivite proactif polyvalent pragmatique fiable
  organise perseverant perseverance leadership adaptabilite empathie discretion determination tenacite diplomatie pedagogie
  pedagogue relationnel rigueur curiosite precision rapidite initiative flexibilite integrite confidentialite audace
  imagination tact inventivite cooperation proactivite pragmatisme ethique responsabilite
  creativity autonomy adaptability proactivity responsiveness diplomacy teamwork
`);

/** Names of products that are French or English words too: written with a capital letter, and not because a sentence begins. */
export const capitalOnly = words(`
  notion slack team word sage spring arena witness reflex manhattan react unity fluent ignition inventor spark outlook creo
  intouch copilot java git forge primavera tableau safe ladder asana illustrator confluence airflow fusion ga4 step
`);

/** In small letters too, these acronyms are nothing else. */
export const smallLetters = words(`
  sql php vba css html crm erp cao dao fao wms tms seo gmao gpao amdec haccp smed tpm trs pdca sap rgpd rse qhse hse qse
  icpe caces sst plm scada iot cnc cfao cvc gtb csrd ddmrp bim rdm kpi amoa fmea duerp seveso atex triz qrqc apqp ppap
  hazop mase pao iatf ifrs sirh edi adv sav b2b 5s 8d devops csrd gpec gepp sirh hplc spc html5 css3 tig mig silae
  cfd fpga vhdl ecovadis itil cnil btob canva
`);

/** Acronyms that are words: in a line of capitals they are rather the words. */
export const wordsInCapitals = words(`
  end sat fat me mes mag cam can tri van pac pic of act step rep ai be bt ht aic pri sea safe tec son car sur mig end fob
  lan sig km hr ml
`);

/** What stands before a word or after it and makes something else of it. */
export const exceptBefore = new Map<string, RegExp>([
  ['electronique', /(?:courrier|adresse|message|facturation|signature|cigarette)s? $/i],
  ['recrutement', /(?:process|processus|entretien|cabinet|campagne) (?:de )?$/i],
  ['pid', /(?:r[ée]gulation|correcteur|r[ée]gulateur) $/i],
  ['a3', /format $/i],
  ['fanuc', /robots?[^.;]*$/i],
  ['contrat travail', /type (?:de )?$/i],
  ['emballage', /conception d['’]$/i],
  ['optique', /(?:dans (?:une|cette) |^une )$/i],
  ['logistique', /(?:base|plateforme|plate-forme|IUT|DUT|BUT|bac pro) $/i],
]);

export const exceptAfter = new Map<string, RegExp>([
  ['api', /^ (?:rest|web|soap)/i],
  ['inventaire', /^ (?:de |des |du |d['’])?(?:la )?(?:biodiversit|faun|flor|natural|esp[èe]ces)/i],
  ['5m', /^ ?(?:€|d['’]?euros|euros)/i],
  ['8d', /^ ?€/],
  ['travail equipe', /^ ?(?:\d|de nuit|en 2|altern)/i],
  ['scrum', /^\p{Ll}/u],
  ['brevet', /^ (?:des coll|de tech|pro|d['’][ée]tud|de secou|d['’]aptitude)/i],
  ['transport', /^ (?:en commun|scolaire)/i],
]);

/** Names of one word that are not looked for behind a typing error. */
export const isEveryday = (key: string): boolean => listedOnly.has(key) || ofPeople.has(key) || capitalOnly.has(key);
