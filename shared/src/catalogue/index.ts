export {
  agencies,
  agencyById,
  appById,
  apps,
  caseTypeByCode,
  caseTypes,
  dimensionById,
  dimensions,
  hasAgency,
  hasCaseType,
  hasIndicator,
  indicatorById,
  indicators,
  primaries,
  primaryById,
} from './catalogue.ts';
export { unitKinds } from './data/caseTypeRules.ts';
export { hourProfiles, tideConstants } from './data/profiles.ts';
export { clampRange } from './ranges.ts';
export type * from './types.ts';
