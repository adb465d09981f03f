/**
 * The names of the codes in the reader's language. Each list of codes has a map typed by it: a code without a name does
 * not compile. A code that we do not know (an older or newer record) is shown as it is, never as an empty space.
 */
import { m } from '#lib/paraglide/messages.js';
import type {
  AdminLevel,
  Axis,
  BriefType,
  BuildingBlock,
  OrganisationKind,
  PersonRole,
  Region,
  Sector,
  Standing,
  StandingNote
} from './codes.ts';
import { nameOf, type Text } from './text.ts';

export { countryName } from './country-name.ts';
export { occupationGroupName, occupationName } from './occupation-name.ts';

const regions: Record<Region, Text> = {
  AFR: m.vocab_region_afr,
  AMR: m.vocab_region_amr,
  SEAR: m.vocab_region_sear,
  EUR: m.vocab_region_eur,
  EMR: m.vocab_region_emr,
  WPR: m.vocab_region_wpr
};

const blocks: Record<BuildingBlock, Text> = {
  service_delivery: m.vocab_block_service_delivery,
  health_workforce: m.vocab_block_health_workforce,
  health_information: m.vocab_block_health_information,
  medical_products_vaccines_technologies: m.vocab_block_medical_products_vaccines_technologies,
  health_financing: m.vocab_block_health_financing,
  leadership_governance: m.vocab_block_leadership_governance
};

const axes: Record<Axis, Text> = {
  policy_dialogue: m.vocab_axis_policy_dialogue,
  financing: m.vocab_axis_financing,
  development_cooperation: m.vocab_axis_development_cooperation
};

const kinds: Record<OrganisationKind, Text> = {
  ministry: m.vocab_kind_ministry,
  head_of_government: m.vocab_kind_head_of_government,
  un_agency: m.vocab_kind_un_agency,
  multilateral: m.vocab_kind_multilateral,
  regional_body: m.vocab_kind_regional_body,
  development_partner: m.vocab_kind_development_partner,
  professional_association: m.vocab_kind_professional_association,
  ngo: m.vocab_kind_ngo,
  private: m.vocab_kind_private,
  foundation: m.vocab_kind_foundation,
  academia: m.vocab_kind_academia,
  collaborating_centre: m.vocab_kind_collaborating_centre,
  hosted_partnership: m.vocab_kind_hosted_partnership,
  special_programme: m.vocab_kind_special_programme,
  coalition: m.vocab_kind_coalition,
  recruiter: m.vocab_kind_recruiter,
  civil_society: m.vocab_kind_civil_society,
  media: m.vocab_kind_media
};

const sectors: Record<Sector, Text> = {
  health: m.vocab_sector_health,
  labour: m.vocab_sector_labour,
  trade: m.vocab_sector_trade,
  education: m.vocab_sector_education,
  finance: m.vocab_sector_finance,
  foreign_affairs: m.vocab_sector_foreign_affairs
};

const roles: Record<PersonRole, Text> = {
  delegate: m.vocab_role_delegate,
  policy_adviser: m.vocab_role_policy_adviser,
  expert_personal: m.vocab_role_expert_personal,
  secretariat: m.vocab_role_secretariat,
  ambassador: m.vocab_role_ambassador,
  field_worker: m.vocab_role_field_worker,
  diaspora_member: m.vocab_role_diaspora_member,
  interpreter: m.vocab_role_interpreter,
  observer: m.vocab_role_observer
};

const levels: Record<AdminLevel, Text> = {
  country: m.vocab_level_country,
  regional: m.vocab_level_regional,
  headquarters: m.vocab_level_headquarters
};

/** The keys are people's mandates; its vocabulary test looks that none is missing (lib knows no slice). */
const mandates: Record<'none' | 'speak' | 'negotiate' | 'sign', Text> = {
  none: m.vocab_mandate_none,
  speak: m.vocab_mandate_speak,
  negotiate: m.vocab_mandate_negotiate,
  sign: m.vocab_mandate_sign
};

const briefTypes: Record<BriefType, Text> = {
  evidence_brief: m.vocab_brief_evidence_brief,
  joint_statement: m.vocab_brief_joint_statement,
  common_position: m.vocab_brief_common_position,
  declaration: m.vocab_brief_declaration,
  key_action_recommendations: m.vocab_brief_key_action_recommendations,
  country_roadmap: m.vocab_brief_country_roadmap,
  bilateral_agreement: m.vocab_brief_bilateral_agreement,
  normative_guidance: m.vocab_brief_normative_guidance,
  policy_statement: m.vocab_brief_policy_statement,
  mou: m.vocab_brief_mou,
  press_release: m.vocab_brief_press_release,
  meeting_report: m.vocab_brief_meeting_report,
  minutes: m.vocab_brief_minutes,
  lesson_synthesis: m.vocab_brief_lesson_synthesis,
  resolution: m.vocab_brief_resolution
};

const standings: Record<Standing, Text> = {
  member: m.vocab_status_member,
  contested: m.vocab_status_contested,
  observer: m.vocab_status_observer,
  associate: m.vocab_status_associate,
  not_member: m.vocab_status_not_member
};

const standingNotes: Record<StandingNote, Text> = {
  us_withdrawal: m.vocab_status_note_us_withdrawal,
  ar_withdrawal: m.vocab_status_note_ar_withdrawal
};

export const regionName = (code: string, locale?: string): string => nameOf(regions, code, locale);
export const blockName = (code: string, locale?: string): string => nameOf(blocks, code, locale);
export const axisName = (code: string, locale?: string): string => nameOf(axes, code, locale);
export const organisationKindName = (code: string, locale?: string): string => nameOf(kinds, code, locale);
export const sectorName = (code: string, locale?: string): string => nameOf(sectors, code, locale);
export const personRoleName = (code: string, locale?: string): string => nameOf(roles, code, locale);
export const adminLevelName = (code: string, locale?: string): string => nameOf(levels, code, locale);
export const mandateName = (code: string, locale?: string): string => nameOf(mandates, code, locale);
export const briefTypeName = (code: string, locale?: string): string => nameOf(briefTypes, code, locale);
export const standingName = (code: string, locale?: string): string => nameOf(standings, code, locale);
export const standingNote = (code: string, locale?: string): string => nameOf(standingNotes, code, locale);

/** The name of a language in the reader's language: `languageName('sw', 'fr')` is "swahili". */
export const languageName = (code: string, locale: string): string =>
  new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code;
