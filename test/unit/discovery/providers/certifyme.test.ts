import { certifyme } from '../../../../src/discovery/providers/certifyme'
import { checkProvider } from './check-provider'

checkProvider(certifyme, {
  pages: [
    'https://credential.certifyme.online/verify/121c1c9f7648',
    'https://certifyme.online/verify/121c1c9f7648',
  ],
  others: ['https://certifyme.online/verify/', 'https://certifyme.online/blog/121c1c9f7648'],
})
