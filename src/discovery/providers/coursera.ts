import type { Provider } from '../provider'

export const courseraLinks = [
  /^https?:\/\/(?:www\.)?coursera\.org\/(?:account\/accomplishments|verify|share)\/[\w-]/i,
] as const

export const coursera: Provider = {
  id: 'coursera',
  name: 'Coursera',
  links: courseraLinks,
  recognise: ({ href }) =>
    courseraLinks[0].test(href) ? { is: 'unverifiable', why: 'course-certificate' } : undefined,
}
