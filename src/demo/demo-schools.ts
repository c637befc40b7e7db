/** Schools near the companies of the demo, by department; invented, like everything of it. */
const schools: Readonly<Record<string, string>> = {
  '01': 'Institut des procédés du Haut-Bugey',
  '38': 'École d’ingénierie des Alpes du Nord',
  '69': 'École des métiers industriels du Rhône',
};

export const demoSchool = (communeCode: string): string =>
  schools[communeCode.slice(0, 2)] ?? 'Institut des transitions industrielles';
