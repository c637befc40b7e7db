import { Territories1763900000002 } from './0002-territories.js';
import { Skills1763900000003 } from './0003-skills.js';
import { Accounts1763900000004 } from './0004-accounts.js';
import { Companies1763900000005 } from './0005-companies.js';
import { Outbox1763900000006 } from './0006-outbox.js';
import { Offers1763900000007 } from './0007-offers.js';
import { Candidates1763900000008 } from './0008-candidates.js';
import { Applications1763900000009 } from './0009-applications.js';
import { SearchIndex1763900000010 } from './0010-search-index.js';
import { OfferPopularity1763900000011 } from './0011-offer-popularity.js';
import { SearchLog1763900000012 } from './0012-search-log.js';
import { CompanyNames1763900000013 } from './0013-company-names.js';
import { SkillCloseness1763900000014 } from './0014-skill-closeness.js';
import { MatchLog1763900000016 } from './0016-match-log.js';
import { Invitations1763900000017 } from './0017-invitations.js';
import { SavedSearches1763900000018 } from './0018-saved-searches.js';
import { Responsiveness1763900000019 } from './0019-responsiveness.js';
import { MatchChanges1763900000020 } from './0020-match-changes.js';
import { Seams1763900000021 } from './0021-seams.js';
import { Mail1763900000022 } from './0022-mail.js';
import { Audit1763900000023 } from './0023-audit.js';
import { Credentials1763900000024 } from './0024-credentials.js';
import { Members1763900000025 } from './0025-members.js';
import { ApplicationSteps1763900000026 } from './0026-application-steps.js';
import { Conversations1763900000027 } from './0027-conversations.js';
import { Moderation1763900000028 } from './0028-moderation.js';
import { Files1763900000029 } from './0029-files.js';
import { Privacy1763900000030 } from './0030-privacy.js';
import { Retention1763900000031 } from './0031-retention.js';
import { Rulebooks1763900000032 } from './0032-rulebooks.js';
import { TerritoryLists1763900000033 } from './0033-territory-lists.js';
import { Maps1763900000034 } from './0034-maps.js';
import { Eligibility1763900000035 } from './0035-eligibility.js';
import { Hires1763900000036 } from './0036-hires.js';
import { Labels1763900000037 } from './0037-labels.js';
import { Welcome1763900000038 } from './0038-welcome.js';
import { Statistics1763900000039 } from './0039-statistics.js';

/** Every migration in the order it runs; class names end in the moment TypeORM sorts them by. */
export const migrations = [
  Territories1763900000002,
  Skills1763900000003,
  Accounts1763900000004,
  Companies1763900000005,
  Outbox1763900000006,
  Offers1763900000007,
  Candidates1763900000008,
  Applications1763900000009,
  SearchIndex1763900000010,
  OfferPopularity1763900000011,
  SearchLog1763900000012,
  CompanyNames1763900000013,
  SkillCloseness1763900000014,
  MatchLog1763900000016,
  Invitations1763900000017,
  SavedSearches1763900000018,
  Responsiveness1763900000019,
  MatchChanges1763900000020,
  Seams1763900000021,
  Mail1763900000022,
  Audit1763900000023,
  Credentials1763900000024,
  Members1763900000025,
  ApplicationSteps1763900000026,
  Conversations1763900000027,
  Moderation1763900000028,
  Files1763900000029,
  Privacy1763900000030,
  Retention1763900000031,
  Rulebooks1763900000032,
  TerritoryLists1763900000033,
  Maps1763900000034,
  Eligibility1763900000035,
  Hires1763900000036,
  Labels1763900000037,
  Welcome1763900000038,
  Statistics1763900000039,
];
