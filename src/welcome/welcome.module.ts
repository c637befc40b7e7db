import { Module } from '@nestjs/common';

/** What a territory says of itself: texts, contacts, help, events, its companies. */
@Module({})
export class WelcomeModule {}
