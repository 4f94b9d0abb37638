import type { DescriptorFramework } from '../framework'

/** What makes a credential one that others can recognise. Nobody demands it: all of it is recommended. */
export const qualityCriteria: DescriptorFramework = {
  id: 'quality-criteria',
  document: 'Quality criteria for online credentials, in the spirit of ECCOE and of OEPass',
  section: 'Learning passport',
  elements: [
    { descriptor: 'learning-outcomes', obligation: 'recommended', name: 'Learning outcomes' },
    {
      descriptor: 'outcomes-listed',
      obligation: 'recommended',
      name: 'Learning outcomes listed one by one',
    },
    {
      descriptor: 'skills-framework',
      obligation: 'recommended',
      name: 'Reference to a multilingual framework of skills',
    },
    { descriptor: 'level', obligation: 'recommended', name: 'Level in a qualifications framework' },
    { descriptor: 'workload', obligation: 'recommended', name: 'Workload' },
    { descriptor: 'assessment-type', obligation: 'recommended', name: 'Method of assessment' },
    {
      descriptor: 'supervision',
      obligation: 'recommended',
      name: 'Verification of the identity of the learner',
    },
    { descriptor: 'credit', obligation: 'recommended', name: 'Credit' },
    { descriptor: 'credit-system', obligation: 'recommended', name: 'Type and system of credit' },
    { descriptor: 'grade', obligation: 'recommended', name: 'Grading' },
    { descriptor: 'evidence', obligation: 'recommended', name: 'Evidence' },
    { descriptor: 'awarding-body', obligation: 'recommended', name: 'Issuer' },
    { descriptor: 'quality-assurance', obligation: 'recommended', name: 'Quality assurance' },
    { descriptor: 'stackability', obligation: 'recommended', name: 'Stackability' },
    {
      descriptor: 'machine-readable',
      obligation: 'recommended',
      name: 'Rich data that machines can read',
    },
  ],
}
