/**
 * What a micro-credential may say of itself: the elements that the frameworks ask for, under one name each.
 * Council Recommendation 2022/C 243/02, Annex I; "Guidelines for Issuing Micro-credentials Digitally 1.1"
 * (JV-Campus/JMOOC); and what the quality criteria ask beyond them.
 */

/** Of the frameworks, in the order in which a person reads them. */
export const DESCRIPTOR_IDS = [
  'learner-identification',
  'title',
  'issuer-country',
  'awarding-body',
  'date-of-issuing',
  'description',
  'learning-outcomes',
  'workload',
  'level',
  'assessment-type',
  'participation-form',
  'quality-assurance',
  'credit',
  'language',
  'certification',
  'prerequisites',
  'supervision',
  'grade',
  'stackability',
  'further-information',
  'outcomes-listed',
  'skills-framework',
  'evidence',
  'credit-system',
  'machine-readable',
] as const

export type DescriptorId = (typeof DESCRIPTOR_IDS)[number]
