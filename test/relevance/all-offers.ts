import type { JudgedOffers } from './judged.js';
import { digital } from './offers/digital.js';
import { building, ecology, food } from './offers/food-and-building.js';
import { innovation } from './offers/innovation.js';
import { maintenance } from './offers/maintenance.js';
import { finance, management, people } from './offers/office.js';
import { production } from './offers/production.js';
import { quality } from './offers/quality.js';
import { sales } from './offers/sales.js';
import { supply } from './offers/supply.js';

const families = [
  quality,
  maintenance,
  production,
  supply,
  innovation,
  food,
  building,
  ecology,
  digital,
  people,
  finance,
  management,
  sales,
];

export const offers: JudgedOffers = Object.assign({}, ...families);

/** A key used in two files would silently hide an offer. */
export const declaredOffers = families.reduce((sum, one) => sum + Object.keys(one).length, 0);
