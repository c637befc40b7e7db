import { Controller, Get, HttpStatus, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Readiness, ReadinessCheck } from './readiness.js';

/** For whoever watches over the processes; no GraphQL, so that it answers when the schema cannot. */
@Controller('health')
export class HealthController {
  constructor(private readonly readiness: ReadinessCheck) {}

  /** The process runs and answers. */
  @Get('live')
  live(): { status: string } {
    return { status: 'live' };
  }

  /** 200 when the database and the engine answer, 503 otherwise; with what an operator wants to know. */
  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    const readiness = await this.readiness.look();
    if (readiness.status !== 'ready') reply.status(HttpStatus.SERVICE_UNAVAILABLE);
    return readiness;
  }
}
