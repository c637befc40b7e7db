import { Global, Module } from '@nestjs/common';
import { Announcements } from './announcements.js';
import { Clock } from './clock.js';
import { NodeFinders } from './node.js';
import { NodeResolver } from './node.resolver.js';
import { InputProblemResolver, RefusalResolver } from './refusal.resolver.js';
import { DateScalar, DateTimeScalar } from './scalars.js';

/** The clock, the scalars, refusals and Query.node, for every room. */
@Global()
@Module({
  providers: [Announcements, Clock, NodeFinders, NodeResolver, RefusalResolver, InputProblemResolver, DateScalar, DateTimeScalar],
  exports: [Announcements, Clock, NodeFinders],
})
export class CommonModule {}
