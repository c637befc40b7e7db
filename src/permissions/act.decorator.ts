import { Extensions } from '@nestjs/graphql';
import type { Act } from './rules.js';

/** Names, in the schema itself, the act that `may` is asked for before a field answers. A test finds fields without one. */
export const Asks = (act: Act): MethodDecorator & PropertyDecorator => Extensions({ act });
