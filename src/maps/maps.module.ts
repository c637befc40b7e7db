import { Module } from '@nestjs/common';

/** Outlines of territories, departments and regions, made from centres of communes. */
@Module({})
export class MapsModule {}
