import type { DescriptorFramework } from '../framework'

/** How Japan's universities put micro-credentials into Open Badges 2.0. */
export const jvCampus: DescriptorFramework = {
  id: 'jv-campus',
  document: 'Guidelines for Issuing Micro-credentials Digitally 1.1 (27 May 2025)',
  section: 'JV-Campus/JMOOC Micro-credential Joint Working Group',
  elements: [
    {
      descriptor: 'learner-identification',
      obligation: 'mandatory',
      name: 'Identification of the learner',
    },
    { descriptor: 'title', obligation: 'mandatory', name: 'Title of the micro-credential' },
    {
      descriptor: 'issuer-country',
      obligation: 'optional',
      name: 'Country/Region of the issuer',
    },
    { descriptor: 'awarding-body', obligation: 'mandatory', name: 'Awarding body' },
    { descriptor: 'date-of-issuing', obligation: 'mandatory', name: 'Date of issuing' },
    { descriptor: 'description', obligation: 'mandatory', name: 'Content/Description' },
    { descriptor: 'learning-outcomes', obligation: 'mandatory', name: 'Learning outcomes' },
    {
      descriptor: 'workload',
      obligation: 'mandatory',
      name: 'Notional workload/Learner effort',
    },
    { descriptor: 'level', obligation: 'optional', name: 'Level' },
    { descriptor: 'assessment-type', obligation: 'mandatory', name: 'Type of assessment' },
    { descriptor: 'participation-form', obligation: 'mandatory', name: 'Form of participation' },
    {
      descriptor: 'quality-assurance',
      obligation: 'mandatory',
      name: 'Type of quality assurance',
    },
    { descriptor: 'credit', obligation: 'mandatory', name: 'Credit/Other recognition' },
    { descriptor: 'language', obligation: 'optional', name: 'Language' },
    { descriptor: 'certification', obligation: 'optional', name: 'Certification' },
    {
      descriptor: 'prerequisites',
      obligation: 'optional',
      name: 'Prerequisites needed to enroll',
    },
    { descriptor: 'stackability', obligation: 'optional', name: 'Integration/Stackability' },
  ],
  explanations: [
    'names-lead-criteria',
    'micro-credential-on-image',
    'conformity-noted',
    'issuer-trust-uri',
    'description-without-uri',
  ],
}
