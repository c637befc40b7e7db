import { Module } from '@nestjs/common';

/** The VTE label of a hire, from the request to the payment of the aid. */
@Module({})
export class LabelsModule {}
