import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { CandidatesModule } from '../candidates/candidates.module.js';
import { CompaniesModule } from '../companies/companies.module.js';
import { InvitationsModule } from '../invitations/invitations.module.js';
import { MatchlogModule } from '../matchlog/matchlog.module.js';
import { OffersModule } from '../offers/offers.module.js';
import { RankingModule } from '../ranking/ranking.module.js';
import { ScoringModule } from '../scoring/scoring.module.js';
import { SkillsModule } from '../skills/skills.module.js';
import { TerritoriesModule } from '../territories/territories.module.js';
import { CandidateMatches } from './candidate-matches.js';
import { CompanyPairs } from './company-pairs.js';
import { MatchFieldsResolver } from './match-fields.resolver.js';
import { MatchHistoryResolver } from './match-history.resolver.js';
import { MatchWords } from './match-words.js';
import {
  MatchingCandidatesResolver,
  MatchingOffersResolver,
  OfferMatchConnectionResolver,
} from './matching.resolver.js';
import { OfferMatches } from './offer-matches.js';
import { PairAccess } from './pair-access.js';
import { PairAttempts } from './pair-attempts.js';
import { PairMatches } from './pair-matches.js';
import { PairResolver } from './pair.resolver.js';
import { PairScores } from './pair-scores.js';
import { PreviewProfiles } from './preview-profile.js';
import { PreviewResolver } from './preview.resolver.js';
import { ShownMatches } from './shown-matches.js';

@Module({
  imports: [
    AccountsModule,
    CandidatesModule,
    CompaniesModule,
    InvitationsModule,
    MatchlogModule,
    OffersModule,
    RankingModule,
    ScoringModule,
    SkillsModule,
    TerritoriesModule,
  ],
  providers: [
    CandidateMatches,
    CompanyPairs,
    MatchFieldsResolver,
    MatchHistoryResolver,
    MatchWords,
    MatchingCandidatesResolver,
    MatchingOffersResolver,
    OfferMatchConnectionResolver,
    OfferMatches,
    PairAccess,
    PairAttempts,
    PairMatches,
    PairResolver,
    PairScores,
    PreviewProfiles,
    PreviewResolver,
    ShownMatches,
  ],
  exports: [ShownMatches],
})
export class MatchingModule {}
