import { Controller, Get, NotFoundException, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../common/text.js';
import { forPages } from '../http/html-page.js';
import { generations } from '../territories/generation.js';
import { sendCached } from './cached-answer.js';
import { layerOfGeneration } from './map-frames.js';
import { MapPage } from './map-page.js';

const current = 'territories-2023-2027';
const html = 'text/html; charset=utf-8';

/** The map, for people. */
@Controller('cartes')
export class MapPageController {
  constructor(private readonly pages: MapPage) {}

  @Get()
  async show(
    @Query('generation') years: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const language = languageOf(request.headers['accept-language']);
    const layer = typeof years === 'string' ? `territories-${years}` : current;
    const generation = generations.find((each) => layerOfGeneration[each] === layer);
    if (!generation) throw new NotFoundException();
    const page = await this.pages.page(generation, language);
    void reply.header('content-security-policy', forPages);
    if (!page) {
      await reply.status(503).header('retry-after', 20).type(html).send(this.pages.waitingPage(language));
      return;
    }
    const { etag, zipped } = page;
    await sendCached(request, reply, { etag, zipped: () => Promise.resolve(zipped), type: html, keptSeconds: 300 });
  }
}
