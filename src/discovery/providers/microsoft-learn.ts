import type { Provider } from '../provider'

export const microsoftLearnLinks = [
  /^https?:\/\/learn\.microsoft\.com\/(?:api\/(?:credentials|achievements)\/share\/[\w-]+\/[\w.-]+|(?:[\w-]+\/)?users\/[\w.-]+\/(?:credentials|achievements))\/[\w.-]/i,
] as const

export const microsoftLearn: Provider = {
  id: 'microsoft-learn',
  name: 'Microsoft Learn',
  links: microsoftLearnLinks,
  recognise: ({ href }) => (microsoftLearnLinks[0].test(href) ? { is: 'page' } : undefined),
}
