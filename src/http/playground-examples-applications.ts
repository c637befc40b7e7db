export interface PlaygroundExample {
  query: string;
  /** JSON. */
  variables?: string;
}

/** Tabs about applications: the candidate's side, then the company's. */
export const applicationExamples: PlaygroundExample[] = [
  {
    query: `# Postuler, connecté comme candidate@demo.example : 20 caractères au moins ; une réponse est due à une date dite.
# (Apply, signed in as a candidate; an answer is due by a date.)
mutation Postuler($offerId: ID!, $message: String!) {
  applyToOffer(offerId: $offerId, message: $message) {
    ... on Application { id status answerDueOn events { at side to } }
    ... on Refusal { message }
    ... on InvalidInput { problems { path message } }
  }
}
`,
    variables: JSON.stringify(
      { offerId: 'id', message: 'Votre atelier est celui où je veux apprendre la qualité.' },
      null,
      2,
    ),
  },
  {
    query: `# Mes candidatures, connecté comme candidate@demo.example : chaque étape, qui l'a faite et pourquoi.
# (One's applications: each step, who took it and why.)
query MesCandidatures {
  viewer {
    candidate {
      applicationCounts { status count }
      applications(first: 10) {
        nodes {
          status
          answerDueOn
          offer { title company { name responsiveness { sentence } } }
          events { at side to notice reason words }
          interviews { status slots { startsAt } }
          unreadMessages
        }
      }
    }
  }
}
`,
  },
  {
    query: `# Le tableau des candidatures, connecté comme company@demo.example : par état, les plus urgentes d'abord.
# (The board of applications, signed in as a member of a company.)
query TableauDesCandidatures {
  viewer {
    companies {
      name
      board {
        total
        overdue
        columns {
          status
          count
          overdue
          cards(first: 5) {
            edges {
              node {
                daysLeft
                match { score }
                application { id message candidate { contact { firstName lastName } } offer { title } }
              }
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
    query: `# Répondre à une candidature, connecté comme company@demo.example ; l'id se lit dans le tableau.
# (Answer an application; its id is read on the board.)
mutation Repondre($input: AnswerApplicationInput!) {
  answerApplication(input: $input) {
    ... on Application { status events { at to reason words } }
    ... on Refusal { message }
    ... on InvalidInput { problems { path message } }
  }
}
`,
    variables: JSON.stringify(
      { input: { id: 'id', answer: 'INTERVIEW', words: 'Votre parcours nous intéresse : parlons-en.' } },
      null,
      2,
    ),
  },
];
