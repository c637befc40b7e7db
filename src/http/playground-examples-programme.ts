import type { PlaygroundExample } from './playground-examples-applications.js';

const asJson = (variables: object): string => JSON.stringify(variables, null, 2);

/** Territories, aids, figures and labels. */
export const programmeExamples: PlaygroundExample[] = [
  {
    query: `# La page d'un territoire : ce qu'il dit de lui, ses entreprises, ses offres, ses voisins.
# (The page of a territory: what it says of itself, its companies, its offers, its neighbours.)
query PageDUnTerritoire($code: String!) {
  territory(code: $code) {
    name
    communeCount
    population
    regions { name }
    predecessors { changeLabel sharedPopulation territory { name } }
    neighbours(first: 3) { km territory { name } }
    welcome {
      message
      presentation { text }
      contacts { name role email phone }
      housing { title text url }
      transport { title text url }
      events(first: 5) { nodes { title when place url } }
    }
    companies(first: 5) { totalCount edges { openOfferCount node { name verified } } }
    openOffers(first: 5) { nodes { title company { name } } }
  }
}
`,
    variables: asJson({ code: 'ti-8408' }),
  },
  {
    query: `# Les aides d'une embauche, condition par condition, et ce qui se cumule.
# (The aids of a hire, condition by condition, and what may be added to what.)
query AidesDUneEmbauche($hire: AidCheckInput!) {
  aidsFor(input: $hire) {
    aid
    verdict
    amountExplanation
    conditions { met explanation }
    source
    checkedOn
  }
  aidPlan(input: $hire) {
    company { aids verdict leastEuros mostEuros }
  }
}
`,
    variables: asJson({
      hire: {
        workplaceCommuneCode: '01283',
        hiredOn: '2025-09-01',
        contractType: 'CDI',
        headcount: 120,
        studyLevel: 'BAC_5',
        monthsSinceDiploma: 3,
        greenMission: true,
      },
    }),
  },
  {
    query: `# Les chiffres d'une région, mois par mois ; les effectifs de moins de cinq sont masqués.
# (The figures of a region, month by month; counts under five are masked.)
query ChiffresDUneRegion($region: String!) {
  statistics(scope: { regionCode: $region }) {
    computedAt
    openOffers
    openings
    applications { text }
    answerRate { text }
    hires { text }
    skillsAsked { sentence }
    months { month openOffers applications { text } }
  }
}
`,
    variables: asJson({ region: '84' }),
  },
  {
    query: `# Ce que dit la liste de contrôle du VTE avant de publier, connecté comme company@demo.example.
# (What the check-list of the VTE says before one posts, signed in as a company.)
query ListeDeControleDUnPoste($post: CheckVtePostInput!) {
  checkVtePost(input: $post) {
    verdict
    summary
    items { title met explanation whatToDo }
  }
}
`,
    variables: asJson({ post: { contractType: 'CDD', durationMonths: 9, reportsToManagement: true } }),
  },
  {
    query: `# Les embauches de mes entreprises, leur charte et leur label, connecté comme company@demo.example.
# (The hires of one's companies, their charter and their label.)
query MesEmbauches {
  viewer {
    companies {
      name
      hires(first: 10) {
        nodes {
          missionTitle
          status
          whatIsMissing { words }
          charter { sha256 url signatures { name signedAt } }
          label { state requestBy missing { who what by late } }
        }
      }
    }
  }
}
`,
  },
];
