import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.js';
import { ApplicationsModule } from '../applications/applications.module.js';
import { CandidatesModule } from '../candidates/candidates.module.js';
import { OffersModule } from '../offers/offers.module.js';
import { Favourite } from './favourite.entity.js';
import { FavouritesKeeper } from './favourites-keeper.js';
import { FavouritesLoader } from './favourites.loader.js';
import { FavouritesRepository } from './favourites.repository.js';
import { CandidateFavouritesResolver, FavouritesResolver, OfferFavouriteResolver } from './favourites.resolver.js';
import { FavouritesService } from './favourites.service.js';

/** Offers that candidates keep for later, told before they end. */
@Module({
  imports: [TypeOrmModule.forFeature([Favourite]), AccountsModule, ApplicationsModule, CandidatesModule, OffersModule],
  providers: [
    CandidateFavouritesResolver,
    FavouritesKeeper,
    FavouritesLoader,
    FavouritesRepository,
    FavouritesResolver,
    FavouritesService,
    OfferFavouriteResolver,
  ],
})
export class FavouritesModule {}
