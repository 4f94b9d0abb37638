import { blockcerts } from '../../../../src/discovery/providers/blockcerts'
import { checkProvider } from './check-provider'

checkProvider(blockcerts, {
  anyHost: true,
  unverifiable: ['https://university.example/certificates/1.json#blockcerts-verifier'],
  others: [
    'https://university.example/#blockcerts-verifier-2',
    'https://university.example/blockcerts-verifier',
  ],
})
