import { Controller, Get, NotFoundException, Param, Query, Req, Res, UseGuards } from '@nestjs/common';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { requestContext } from '../common/context.js';
import { MailFiles } from './mail-files.js';
import { Mailbox, type Opened } from './mailbox.js';
import { forLetter, forMailbox, framedHtml, letterPage, listPage } from './mailbox-html.js';

const here = /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])(:\d+)?$/i;
const nearby = /^(::1|(::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3})$/;

/**
 * Letters hold links that let people in: they are shown to a browser on this machine only, asking for it by a name of this
 * machine (a page elsewhere can give its own name our address), and through no proxy. To anyone else, nothing is here.
 */
@Injectable()
export class OnThisMachine implements CanActivate {
  constructor(private readonly mailbox: Mailbox) {}

  canActivate(context: ExecutionContext): boolean {
    const { headers, socket } = context.switchToHttp().getRequest<FastifyRequest>();
    const forwarded = 'x-forwarded-for' in headers || 'forwarded' in headers;
    if (this.mailbox.isThere && !forwarded && nearby.test(socket.remoteAddress ?? '') && here.test(headers.host ?? ''))
      return true;
    throw new NotFoundException();
  }
}

@Controller('mail')
@UseGuards(OnThisMachine)
export class MailboxController {
  constructor(
    private readonly mailbox: Mailbox,
    private readonly files: MailFiles,
  ) {}

  @Get()
  async list(@Query('page') asked: unknown, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const at = typeof asked === 'string' && /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 1;
    const { language } = requestContext(request, reply);
    html(reply, forMailbox, listPage(await this.mailbox.page(at), at, language));
  }

  @Get(':id')
  async letter(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { language } = requestContext(request, reply);
    html(reply, forMailbox, letterPage(await this.opened(id), language));
  }

  @Get(':id/html')
  async shown(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const letter = await this.opened(id);
    html(reply.header('x-frame-options', 'SAMEORIGIN'), forLetter, framedHtml(letter.html));
  }

  @Get(':id/source')
  async source(@Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    const raw = await this.files.read(id);
    if (!raw) throw new NotFoundException();
    download(reply, `${id}.eml`, 'message/rfc822', raw);
  }

  @Get(':id/files/:number')
  async file(@Param('id') id: string, @Param('number') number: string, @Res() reply: FastifyReply): Promise<void> {
    const file = (await this.opened(id)).attachments[Number(number) - 1];
    if (!file) throw new NotFoundException();
    download(reply, file.name, file.type, file.content);
  }

  private async opened(id: string): Promise<Opened> {
    const letter = await this.mailbox.open(id);
    if (!letter) throw new NotFoundException();
    return letter;
  }
}

const html = (reply: FastifyReply, policy: string, page: string): void => {
  void reply.header('content-security-policy', policy).type('text/html; charset=utf-8').send(page);
};

const download = (reply: FastifyReply, name: string, type: string, content: Buffer): void => {
  void reply
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .type(type)
    .send(content);
};
