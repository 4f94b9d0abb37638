import type { Provider } from '../provider'

export const edxLinks = [
  /^https?:\/\/(?:credentials|courses|verify)\.edx\.org\/(?:credentials|certificates|cert)\/[\da-f]{32}(?![\w-])/i,
] as const

export const edx: Provider = {
  id: 'edx',
  name: 'edX',
  links: edxLinks,
  recognise: ({ href }) =>
    edxLinks[0].test(href) ? { is: 'unverifiable', why: 'course-certificate' } : undefined,
}
