import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { AidsModule } from '../aids/aids.module.js';
import { CandidatesModule } from '../candidates/candidates.module.js';
import { OffersModule } from '../offers/offers.module.js';
import { RankingModule } from '../ranking/ranking.module.js';
import { ScoringModule } from '../scoring/scoring.module.js';
import { SkillsModule } from '../skills/skills.module.js';
import { TerritoriesModule } from '../territories/territories.module.js';
import { UnderstandingModule } from '../understanding/understanding.module.js';
import { AlertKeeper } from './alert-keeper.js';
import { AlertWriter } from './alert-writer.js';
import { AlertsDue } from './alerts-due.js';
import { AlertsRepository } from './alerts.repository.js';
import { AlertsResolver, CandidateAlertsResolver } from './alerts.resolver.js';
import { AlertsService } from './alerts.service.js';
import { Concerned } from './concerned.js';
import { NotesTidy } from './notes-tidy.js';
import { OfferReader } from './offer-reader.js';
import { PlainReading } from './plain-reading.js';
import { ProfileMatches } from './profile-matches.js';
import { SavedSearchAttempts } from './saved-search-attempts.js';
import { SavedSearchBook } from './saved-search-book.js';
import { SavedSearchCheck } from './saved-search-check.js';
import { SavedSearchesLoader } from './saved-searches.loader.js';
import { SavedSearchesRepository } from './saved-searches.repository.js';
import { CandidateSavedSearchesResolver, SavedSearchesResolver } from './saved-searches.resolver.js';
import { SavedSearchesService } from './saved-searches.service.js';
import { WordSample } from './word-sample.js';

/** Searches that candidates keep, and the published offers that concern them. */
@Module({
  imports: [
    AccountsModule,
    AidsModule,
    CandidatesModule,
    OffersModule,
    RankingModule,
    ScoringModule,
    SkillsModule,
    TerritoriesModule,
    UnderstandingModule,
  ],
  providers: [
    AlertKeeper,
    AlertWriter,
    AlertsDue,
    AlertsRepository,
    AlertsResolver,
    AlertsService,
    CandidateAlertsResolver,
    CandidateSavedSearchesResolver,
    Concerned,
    NotesTidy,
    OfferReader,
    PlainReading,
    ProfileMatches,
    SavedSearchAttempts,
    SavedSearchBook,
    SavedSearchCheck,
    SavedSearchesLoader,
    SavedSearchesRepository,
    SavedSearchesResolver,
    SavedSearchesService,
    WordSample,
  ],
  exports: [AlertKeeper, Concerned, SavedSearchBook],
})
export class AlertsModule {}
