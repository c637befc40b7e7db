import { playgroundExamples } from './playground-examples.js';

/** The page names each of its files by content, so that a browser keeps them until they change. */
export const playgroundPage = (fileAt: (name: string) => string): string => `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>VTE et Territoires d'industrie — API</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${fileAt('graphiql.css')}">
<link rel="stylesheet" href="${fileAt('page.css')}">
</head>
<body>
<header>
<strong>VTE et Territoires d'industrie — API</strong>
<a href="/schema.graphql">Schéma (schema)</a>
</header>
<main id="playground">Chargement… (Loading…)</main>
<noscript>Cette page demande JavaScript ; l'API elle-même, non. (This page needs JavaScript; the API does not.)</noscript>
<script src="${fileAt('react.js')}"></script>
<script src="${fileAt('react-dom.js')}"></script>
<script src="${fileAt('graphiql.js')}"></script>
<script src="${fileAt('page.js')}"></script>
</body>
</html>
`;

export const pageStyle = `html, body { height: 100%; margin: 0; }
body { display: flex; flex-direction: column; font-family: system-ui, sans-serif; }
header { display: flex; gap: 1.5rem; padding: 0.5rem 1rem; background: #000091; color: #fff; }
header a { color: #fff; }
#playground { flex: 1; min-height: 0; }
`;

/** Typed credentials stay in the tab: headers are not kept in the browser's storage. */
export const pageScript = `ReactDOM.createRoot(document.getElementById('playground')).render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: '/graphql' }),
    defaultTabs: ${JSON.stringify(playgroundExamples)},
    isHeadersEditorEnabled: true,
    shouldPersistHeaders: false,
  }),
);
`;
