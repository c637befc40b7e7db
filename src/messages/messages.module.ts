import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.js';
import { ApplicationsModule } from '../applications/applications.module.js';
import { MessageAccess } from './message-access.js';
import { MessageAttempts } from './message-attempts.js';
import { MessageBridge } from './message-bridge.js';
import { MessageLetters } from './message-letters.js';
import { Message } from './message.entity.js';
import { MessagesRepository } from './messages.repository.js';
import { ApplicationMessagesResolver, MessagesResolver, ViewerMessagesResolver } from './messages.resolver.js';
import { MessagesService } from './messages.service.js';
import { Standings } from './standings.js';
import { UnreadMessages } from './unread-messages.loader.js';

/** What candidates and companies write to each other about an application, on the platform and by e-mail. */
@Module({
  imports: [TypeOrmModule.forFeature([Message]), AccountsModule, ApplicationsModule],
  providers: [
    ApplicationMessagesResolver,
    MessageAccess,
    MessageAttempts,
    MessageBridge,
    MessageLetters,
    MessagesRepository,
    MessagesResolver,
    MessagesService,
    Standings,
    UnreadMessages,
    ViewerMessagesResolver,
  ],
  exports: [MessageAttempts, MessageBridge, MessagesRepository, Standings, UnreadMessages],
})
export class MessagesModule {}
