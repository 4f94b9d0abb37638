import type { GivenFile } from '../../platform/messages'
import type { MessageKey } from '../../ui/wording'
import aid from './badges/aid.png?inline'
import analysis from './badges/analysis.png?inline'
import learning from './badges/learning.png?inline'
import projects from './badges/projects.png?inline'
import star from './badges/star.png?inline'

/** A picture on the sample page. `scripts/sample-badges.ts` makes the files. */
export interface SampleBadge {
  /** Name of its file, by which the worker's answers are told apart. */
  file: string
  /** PNG data URL: a page asks nobody for a file, not even the extension. */
  picture: string
  /** What the learner calls it. */
  title: MessageKey
  /** What is behind it: how we made it. */
  behind: MessageKey
}

export const SAMPLE_BADGES: readonly SampleBadge[] = [
  {
    ...{ file: 'analysis.png', picture: analysis },
    ...{ title: 'sampleAnalysis', behind: 'sampleAnalysisBehind' },
  },
  {
    ...{ file: 'learning.png', picture: learning },
    ...{ title: 'sampleLearning', behind: 'sampleLearningBehind' },
  },
  {
    ...{ file: 'first-aid.png', picture: aid },
    ...{ title: 'sampleAid', behind: 'sampleAidBehind' },
  },
  {
    ...{ file: 'projects.png', picture: projects },
    ...{ title: 'sampleProjects', behind: 'sampleProjectsBehind' },
  },
  {
    ...{ file: 'star.png', picture: star },
    ...{ title: 'sampleStar', behind: 'sampleStarBehind' },
  },
]

/** As the worker takes files. */
export function givenFile({ file, picture }: SampleBadge): GivenFile {
  return { name: file, bytes: picture.slice(picture.indexOf(',') + 1) }
}
