import type { DescriptorFramework } from '../framework'

/** "European standard elements to describe a micro-credential": mandatory ones, and optional, where relevant. */
export const euAnnex1: DescriptorFramework = {
  id: 'eu-annex-1',
  document:
    'Council Recommendation of 16 June 2022 on a European approach to micro-credentials for lifelong learning and employability (2022/C 243/02)',
  section: 'Annex I',
  url: 'https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32022H0627(02)',
  elements: [
    {
      descriptor: 'learner-identification',
      obligation: 'mandatory',
      name: 'Identification of the learner',
    },
    { descriptor: 'title', obligation: 'mandatory', name: 'Title of the micro-credential' },
    {
      descriptor: 'issuer-country',
      obligation: 'mandatory',
      name: 'Country(ies)/Region(s) of the issuer',
    },
    { descriptor: 'awarding-body', obligation: 'mandatory', name: 'Awarding body(ies)' },
    { descriptor: 'date-of-issuing', obligation: 'mandatory', name: 'Date of issuing' },
    { descriptor: 'learning-outcomes', obligation: 'mandatory', name: 'Learning outcomes' },
    {
      descriptor: 'workload',
      obligation: 'mandatory',
      name: 'Notional workload needed to achieve the learning outcomes',
    },
    {
      descriptor: 'level',
      obligation: 'mandatory-if-applicable',
      name: 'Level (and cycle, if applicable) of the learning experience',
    },
    { descriptor: 'assessment-type', obligation: 'mandatory', name: 'Type of assessment' },
    {
      descriptor: 'participation-form',
      obligation: 'mandatory',
      name: 'Form of participation in the learning activity',
    },
    {
      descriptor: 'quality-assurance',
      obligation: 'mandatory',
      name: 'Type of quality assurance used to underpin the micro-credential',
    },
    {
      descriptor: 'prerequisites',
      obligation: 'optional',
      name: 'Prerequisites needed to enrol in the learning activity',
    },
    {
      descriptor: 'supervision',
      obligation: 'optional',
      name: 'Supervision and identity verification during assessment',
    },
    { descriptor: 'grade', obligation: 'optional', name: 'Grade achieved' },
    {
      descriptor: 'stackability',
      obligation: 'optional',
      name: 'Integration/stackability options',
    },
    { descriptor: 'further-information', obligation: 'optional', name: 'Further information' },
  ],
}
