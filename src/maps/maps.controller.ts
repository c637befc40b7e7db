import { gunzipSync } from 'node:zlib';
import { Controller, Get, HttpException, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf, type Text } from '../common/text.js';
import { mapFrames, mapLayers, type MapFrameName, type MapLayerName } from './map-frames.js';
import { MapShapes } from './map-shapes.js';
import { mapAttribution, mapLabel, mapUrl } from './map-words.js';

/** Seconds after which outlines that are being built are worth asking for again, and for which built ones may be kept. */
const again = 20;
const kept = 3_600;

const unknown: Text = {
  fr: `Il n’y a pas de carte à cette adresse. Cadres : ${mapFrames.join(', ')} ; couches : ${mapLayers.join(', ')}.`,
  en: `There is no map at this address. Frames: ${mapFrames.join(', ')}; layers: ${mapLayers.join(', ')}.`,
};

const notYet: Text = {
  fr: 'Les contours sont en cours de calcul : redemandez-les dans un instant.',
  en: 'The outlines are being built: ask again in a moment.',
};

/** Outlines as files, for anyone. Errors are `{ message, code }`. */
@Controller('maps')
export class MapsController {
  constructor(private readonly shapes: MapShapes) {}

  @Get()
  async list(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    const language = languageOf(request.headers['accept-language']);
    const listed = await this.shapes.list();
    if (listed.length === 0) void reply.header('retry-after', again);
    return {
      label: mapLabel[language],
      attribution: mapAttribution[language],
      status: listed.length === 0 ? 'BEING_BUILT' : 'READY',
      maps: listed.map(({ frame, layer, etag, bytes, zippedBytes }) => ({
        frame,
        layer,
        url: mapUrl(frame, layer),
        etag,
        bytes,
        zippedBytes,
      })),
    };
  }

  @Get(':frame/:file')
  async file(
    @Param('frame') frame: string,
    @Param('file') file: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { headers } = request;
    const language = languageOf(headers['accept-language']);
    const layer = /^([\w-]+)\.topojson$/.exec(file)?.[1];
    if (!isFrame(frame) || !isLayer(layer))
      throw new HttpException({ message: unknown[language], code: 'NOT_FOUND' }, 404);
    void reply.header('vary', 'accept-encoding');
    const current = await this.shapes.etag(frame, layer);
    const isKnown = current !== null && knows(headers['if-none-match'], current);
    const found = isKnown ? null : await this.shapes.file(frame, layer);
    if (isKnown) {
      await reply.status(304).headers(cached(current)).send();
    } else if (found) {
      const zip = acceptsGzip(headers['accept-encoding']);
      if (zip) void reply.header('content-encoding', 'gzip');
      await reply
        .headers(cached(found.etag))
        .type('application/json; charset=utf-8')
        .send(zip ? found.zipped : gunzipSync(found.zipped));
    } else {
      void reply.header('retry-after', again);
      throw new HttpException({ message: notYet[language], code: 'BEING_BUILT' }, 503);
    }
  }
}

const isFrame = (name: string): name is MapFrameName => mapFrames.some((frame) => frame === name);
const isLayer = (name: string | undefined): name is MapLayerName => mapLayers.some((layer) => layer === name);

/** Weak: zipped or not, it is the same map. */
const tag = (etag: string): string => `W/"${etag}"`;

const cached = (etag: string): Record<string, string> => ({
  etag: tag(etag),
  'cache-control': `public, max-age=${kept}`,
  'cross-origin-resource-policy': 'cross-origin',
});

const knows = (given: string | undefined, etag: string): boolean =>
  (given ?? '')
    .split(',')
    .map((one) => one.trim().replace(/^W\//, ''))
    .some((one) => one === '*' || one === `"${etag}"`);

const acceptsGzip = (given: string | string[] | undefined): boolean =>
  String(given ?? '')
    .split(',')
    .some((one) => /^\s*(gzip|\*)\s*(;\s*q=(?!0(\.0*)?\s*$).*)?$/i.test(one));
