import { Module } from '@nestjs/common';

/** Whether a candidate, a company and a post fit the VTE, as check-lists. */
@Module({})
export class EligibilityModule {}
