import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.js';
import { LinkPages } from './link-pages.js';
import { LinkPagesController } from './link-pages.controller.js';
import { Mail } from './mail.entity.js';
import { Mailbox } from './mailbox.js';
import { MailboxController } from './mailbox.controller.js';
import { MailFiles } from './mail-files.js';
import { MailKeeper } from './mail-keeper.js';
import { MailSender } from './mail-sender.js';
import { MailTransport } from './mail-transport.js';
import { Mailer } from './mailer.js';
import { ReplyAddresses } from './reply-addresses.js';
import { ReplyHandlers } from './reply-handlers.js';
import { ReplyIntake } from './reply-intake.js';
import { ReplyServer } from './reply-server.js';

/** Letters to people: written in the transaction that causes them, sent by the worker. For every later room. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Mail]), AccountsModule],
  controllers: [LinkPagesController, MailboxController],
  providers: [
    LinkPages,
    Mailbox,
    MailFiles,
    MailKeeper,
    MailSender,
    MailTransport,
    Mailer,
    ReplyAddresses,
    ReplyHandlers,
    ReplyIntake,
    ReplyServer,
  ],
  exports: [LinkPages, Mailer, ReplyAddresses, ReplyHandlers],
})
export class MailModule {}
