import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Announcements } from './announcements.js';
import { Clock } from './clock.js';
import { CONFIG, type Config } from './config.js';
import { NodeFinders } from './node.js';
import { NodeResolver } from './node.resolver.js';
import { InputProblemResolver, RefusalResolver } from './refusal.resolver.js';
import { DateScalar, DateTimeScalar } from './scalars.js';

/** The configuration, the clock, the scalars, refusals and Query.node, for every room. */
@Global()
@Module({})
export class CommonModule {
  static with(config: Config): DynamicModule {
    return {
      module: CommonModule,
      providers: [
        { provide: CONFIG, useValue: config },
        Announcements,
        Clock,
        NodeFinders,
        NodeResolver,
        RefusalResolver,
        InputProblemResolver,
        DateScalar,
        DateTimeScalar,
      ],
      exports: [CONFIG, Announcements, Clock, NodeFinders],
    };
  }
}
