import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import type { Language, Text } from '../common/text.js';
import { typeset } from '../common/typography.js';
import { escaped, htmlPage } from '../http/html-page.js';
import { Gazetteer } from '../territories/gazetteer.js';
import { generations, type TerritoryGeneration } from '../territories/generation.js';
import { frameNames, layerOfGeneration, mapFrames } from './map-frames.js';
import { mapDrawing } from './map-drawing.js';
import { MapShapes } from './map-shapes.js';
import { layerNames, mapAttribution, mapExplanation, mapLabel } from './map-words.js';

const title: Text = { fr: 'Carte des Territoires d’industrie', en: 'Map of the Territoires d’industrie' };
const listTitle: Text = { fr: 'Liste des territoires', en: 'List of territories' };
const choice: Text = { fr: 'Génération', en: 'Generation' };
const waiting = typeset({
  fr: 'Les contours sont en cours de calcul : la carte sera là dans une minute environ.',
  en: 'The outlines are being built: the map will be here in a minute or so.',
});
const legend = typeset({
  fr: 'En bleu, les Territoires d’industrie : chacun mène à sa ligne dans la liste. Les traits gris sont les limites des départements et, plus épais, des régions.',
  en: 'In blue, the Territoires d’industrie: each leads to its line in the list. Grey lines are the borders of departments and, thicker, of regions.',
});
const beforeNames: Text = { fr: '\u00a0: ', en: ': ' };

export interface MadePage {
  etag: string;
  zipped: Buffer;
}

/** The map as a page without a script; drawn again when the outlines or the places have changed. */
@Injectable()
export class MapPage {
  private readonly made = new Map<string, { of: string; edition: object; page: MadePage }>();

  constructor(
    private readonly shapes: MapShapes,
    private readonly gazetteer: Gazetteer,
  ) {}

  /** Null until outlines were built. */
  async page(generation: TerritoryGeneration, language: Language): Promise<MadePage | null> {
    const listed = await this.shapes.list();
    if (listed.length === 0) return null;
    const { edition } = this.gazetteer;
    const of = listed.map(({ etag }) => etag).join(' ');
    const key = `${generation} ${language}`;
    const known = this.made.get(key);
    if (known?.of === of && known.edition === edition) return known.page;
    const html = await this.draw(generation, language);
    const etag = createHash('sha256').update(html).digest('hex').slice(0, 24);
    const page = { etag, zipped: gzipSync(html) };
    this.made.set(key, { of, edition, page });
    return page;
  }

  waitingPage(language: Language): string {
    return htmlPage({ language, title: title[language], body: `<p role="status">${escaped(waiting[language])}</p>` });
  }

  private async draw(generation: TerritoryGeneration, language: Language): Promise<string> {
    const layers = [layerOfGeneration[generation], 'departments', 'regions'] as const;
    const drawings: string[] = [];
    for (const frame of mapFrames) {
      const found = await this.shapes.features(layers.map((layer) => [frame, layer] as const));
      const [territories, departments, regions] = found.map((features) => features ?? []);
      const name = frameNames[frame][language];
      const drawing = mapDrawing(
        frame,
        name,
        { territories: territories!, departments: departments!, regions: regions! },
        (code) => `#${code}`,
      );
      drawings.push(`<section>\n<h2>${escaped(name)}</h2>\n${drawing}\n</section>`);
    }
    const body = [
      `<p><strong>${escaped(mapLabel[language])}.</strong> ${escaped(mapExplanation[language])}</p>`,
      choices(generation, language),
      `<p>${escaped(legend[language])}</p>`,
      `<div class="pictures">\n${drawings.join('\n')}\n</div>`,
      this.list(generation, language),
      `<p><small>${escaped(mapAttribution[language])}</small></p>`,
    ];
    return htmlPage({ language, title: title[language], body: body.join('\n') });
  }

  /** The same for those who do not see the map: every territory with the departments it lies in. */
  private list(generation: TerritoryGeneration, language: Language): string {
    const lines = this.gazetteer
      .territoriesOfGeneration(generation)
      .toSorted((one, other) => one.name.localeCompare(other.name, 'fr'))
      .map(({ code, name, departmentCodes }) => {
        const where = departmentCodes.map((each) => `${this.gazetteer.department(each)?.name ?? ''} (${each})`);
        return `<li id="${escaped(code)}"><strong>${escaped(name)}</strong>${beforeNames[language]}${escaped(where.join(', '))}</li>`;
      });
    return `<h2 id="liste">${escaped(listTitle[language])} (${lines.length})</h2>\n<ul>\n${lines.join('\n')}\n</ul>`;
  }
}

function choices(current: TerritoryGeneration, language: Language): string {
  const links = generations.map((generation) => {
    const layer = layerOfGeneration[generation];
    const name = escaped(layerNames[layer][language]);
    const years = layer.replace('territories-', '');
    return generation === current
      ? `<strong aria-current="page">${name}</strong>`
      : `<a href="/cartes?generation=${years}">${name}</a>`;
  });
  return `<nav aria-label="${escaped(choice[language])}"><p>${links.join(' · ')} · <a href="#liste">${escaped(listTitle[language])}</a></p></nav>`;
}
