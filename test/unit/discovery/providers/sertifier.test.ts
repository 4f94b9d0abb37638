import { sertifier } from '../../../../src/discovery/providers/sertifier'
import { checkProvider } from './check-provider'

checkProvider(sertifier, {
  pages: [
    'https://verified.sertifier.com/en/verify/14899124979984/?ref=email',
    'https://verified.cv/en/verify/14899124979984',
    'https://an-issuer.verified.cv/en/verify/14899124979984?ref=email',
  ],
  others: [
    'https://verified.sertifier.com/en/verify/',
    'https://sertifier.com/en/verify/14899124979984',
  ],
})
