import { Module } from '@nestjs/common';

/** Who manages which territories. */
@Module({})
export class ManagersModule {}
