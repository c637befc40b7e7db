import { applicationExamples, type PlaygroundExample } from './playground-examples-applications.js';
import { programmeExamples } from './playground-examples-programme.js';

/** The tabs that a first visitor finds in the playground; a test checks each against the printed schema. */
export const playgroundExamples: PlaygroundExample[] = [
  {
    query: `# Des offres par mots et par lieu. (Offers by words and place.)
query ChercherDesOffres {
  searchOffers(
    words: "alternance qualité"
    filter: { places: [{ commune: { code: "01283", radiusKm: 30 } }] }
    first: 10
  ) {
    totalCount
    edges {
      distanceKm
      node {
        title
        contractType
        company { name }
        sites { commune { name department { name } } }
        requiredSkills { label }
      }
    }
  }
}
`,
  },
  {
    query: `# Les Territoires d'industrie d'une commune. (The territories of a commune.)
query TerritoiresDUneCommune {
  commune(code: "01283") {
    name
    postalCodes
    department { name region { name } }
    territories { code name communeCount openOffers(first: 5) { nodes { title } } }
  }
}
`,
  },
  {
    query: `# Se connecter. Donnez ensuite le jeton dans l'onglet Headers :
# {"Authorization": "Bearer <token>"}
# (Sign in, then put the token in the Headers tab.)
mutation SeConnecter($input: SignInInput!) {
  signIn(input: $input) {
    ... on Session {
      token
      viewer { email role companies { id name } }
    }
    ... on Refusal { message }
  }
}
`,
    variables: JSON.stringify({ input: { email: 'company@demo.example', password: 'volontariat-2026' } }, null, 2),
  },
  {
    query: `# Publier une offre, connecté comme membre d'une entreprise ; viewer { companies { id } } dit son id.
# Connectez-vous comme company@demo.example ; companyId se lit par { viewer { companies { id } } }.
# (Post an offer, signed in as a member of a company.)
mutation PublierUneOffre($input: PostOfferInput!) {
  postOffer(input: $input) {
    ... on Offer { id title status sites { commune { name } territories { name } } }
    ... on Refusal { message }
    ... on InvalidInput { problems { path message } }
  }
}
`,
    variables: JSON.stringify(
      {
        input: {
          companyId: 'id',
          title: 'Ingénieur qualité en plasturgie (VTE)',
          description:
            "Au sein d'une PME de la plasturgie, vous déployez la démarche qualité ISO 9001 et animez les audits internes.",
          missionCategory: 'QUALITY_SAFETY_ENVIRONMENT',
          contractType: 'CDI',
          sites: [{ communeCode: '01283' }],
          requiredSkillCodes: [],
        },
      },
      null,
      2,
    ),
  },
  {
    query: `# Les offres qui conviennent au candidat connecté (candidate@demo.example), et pourquoi. (Matches, with their reasons.)
query MesCorrespondances {
  viewer {
    candidate {
      matchingOffers(first: 10) {
        totalCount
        edges {
          node { title company { name } }
          match {
            score
            parts { criterion points pointsPossible explanation }
            matchedSkills { label }
            missingSkills { label }
            distanceKm
          }
        }
      }
    }
  }
}
`,
  },
  {
    query: `# Essayer sans compte : les offres pour un profil donné dans la requête, dont rien n'est gardé.
# (Matches for a profile given in the query, without an account; nothing of it is kept.)
query Essayer($profile: PreviewProfileInput!) {
  previewMatches(profile: $profile, first: 5) {
    ... on OfferMatchConnection {
      totalCount
      edges {
        node { id title company { name responsiveness { sentence } } }
        match {
          score
          parts { criterion points pointsPossible explanation }
          advice { gain explanation }
          relatedSkills { asked { label } has { label } reason }
        }
      }
    }
    ... on InvalidInput { problems { path message } }
  }
}
`,
    variables: JSON.stringify(
      {
        profile: {
          skills: [{ code: '122401' }, { code: '122388', level: 'MASTERED' }],
          studyLevel: 'BAC_5',
          places: [{ commune: { code: '01283', radiusKm: 50 } }],
        },
      },
      null,
      2,
    ),
  },
  {
    query: `# Pourquoi cette offre n'est-elle pas proposée au candidat connecté (candidate@demo.example) ?
# offerId se lit par une recherche : { searchOffers { nodes { id } } }.
# (Why an offer is not among the matches of the signed-in candidate.)
query PourquoiPas($offerId: ID!) {
  whyNot(offerId: $offerId) {
    passes
    gates { gate passed explanation }
    match { score advice { gain explanation } }
  }
}
`,
    variables: JSON.stringify({ offerId: 'id' }, null, 2),
  },
  {
    query: `# Les candidats qui conviennent aux offres de l'entreprise connectée (company@demo.example) ; inviteCandidate invite l'un d'eux.
# (Candidates who suit the offers of the signed-in company; inviteCandidate invites one of them.)
query CandidatsQuiConviennent {
  viewer {
    companies {
      name
      offers(first: 3) {
        nodes {
          id
          title
          matchingCandidates(first: 5) {
            totalCount
            edges {
              node { id studyLevel }
              match { score parts { criterion points explanation } missingSkills { label } }
            }
          }
        }
      }
    }
  }
}
`,
  },
  {
    query: `# Ce que le texte d'une offre demande, à confirmer par l'entreprise connectée ; rien n'en est gardé.
# (What the text of an offer asks for, for the signed-in company to confirm; nothing of it is kept.)
query ProposerDepuisUneOffre($title: String!, $description: String!) {
  proposeForOffer(title: $title, description: $description) {
    occupation { code label confidence }
    skills { code label wish level confidence found { words } }
    languages { label level }
    studyLevel { value }
    contractType { value }
  }
}
`,
    variables: JSON.stringify(
      {
        title: 'Ingénieur qualité H/F',
        description:
          'Vous animez les audits internes ISO 9001 et les AMDEC.\nProfil : Bac +5, CDI. Anglais courant. La lecture de plans serait un plus.',
      },
      null,
      2,
    ),
  },
  {
    query: `# Garder une recherche, connecté comme candidat : les offres à venir qui y répondent deviennent des alertes.
# (Keep a search: offers to come that answer it become alerts, read by viewer { candidate { alerts } }.)
mutation GarderUneRecherche($name: String!, $words: String, $filter: OfferFilter) {
  saveSearch(name: $name, words: $words, filter: $filter) {
    ... on SavedSearch { id name words newOffers }
    ... on Refusal { message }
    ... on InvalidInput { problems { path message } }
  }
}
`,
    variables: JSON.stringify(
      {
        name: 'Qualité autour d’Oyonnax',
        words: 'qualité',
        filter: { places: [{ commune: { code: '01283', radiusKm: 30 } }] },
      },
      null,
      2,
    ),
  },
  ...applicationExamples,
  ...programmeExamples,
];
