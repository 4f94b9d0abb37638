import { virtualbadge } from '../../../../src/discovery/providers/virtualbadge'
import { checkProvider } from './check-provider'

const URL =
  'https://blob.virtualbadge.io/public/openbadges/assertions/9b1f8a52-4f0c-4d0f-8d64-6b1b1a0c7e11.json'

checkProvider(virtualbadge, {
  awards: { [URL]: [{ url: URL }], [`${URL}?utm_source=mail`]: [{ url: URL }] },
  pages: [
    'https://www.virtualbadge.io/certificate-validator?credential=9b1f8a52-4f0c-4d0f-8d64-6b1b1a0c7e11',
    'https://virtualbadge.io/certificate-validator?credential=cer-9b1f8a524f0c4d0f',
  ],
  others: [
    'https://www.virtualbadge.io/certificate-validator',
    'https://www.virtualbadge.io/certificate-validator?credential=',
    'https://blob.virtualbadge.io/',
    'https://www.virtualbadge.io/pricing',
  ],
})
