import { certifier } from '../../../../src/discovery/providers/certifier'
import { checkProvider } from './check-provider'

checkProvider(certifier, {
  pages: [
    'https://credsverse.com/credentials/8b379065-04ef-43b4-b9d5-3514c7c0f322?preview=1',
    'https://creds.certifier.io/verify/8c2e8bcd-113e-41f5-9676-fe2acdc88714',
  ],
  others: [
    'https://credsverse.com/',
    'https://certifier.io/pricing',
    'https://support.certifier.io/credentials/getting-started',
  ],
})
