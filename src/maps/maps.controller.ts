import { Controller, Get, HttpException, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf, type Text } from '../common/text.js';
import { sendCached } from './cached-answer.js';
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
    const language = languageOf(request.headers['accept-language']);
    const layer = /^([\w-]+)\.topojson$/.exec(file)?.[1];
    if (!isFrame(frame) || !isLayer(layer))
      throw new HttpException({ message: unknown[language], code: 'NOT_FOUND' }, 404);
    const etag = await this.shapes.etag(frame, layer);
    const sent =
      etag !== null &&
      (await sendCached(request, reply.header('cross-origin-resource-policy', 'cross-origin'), {
        etag,
        zipped: () => this.shapes.zipped(frame, layer, etag),
        type: 'application/json; charset=utf-8',
        keptSeconds: kept,
      }));
    if (sent) return;
    void reply.header('retry-after', again);
    throw new HttpException({ message: notYet[language], code: 'BEING_BUILT' }, 503);
  }
}

const isFrame = (name: string): name is MapFrameName => mapFrames.some((frame) => frame === name);
const isLayer = (name: string | undefined): name is MapLayerName => mapLayers.some((layer) => layer === name);
