/** The tabs that a first visitor finds in the playground; a test checks each against the printed schema. */
export const playgroundExamples: { query: string; variables?: string }[] = [
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
];
