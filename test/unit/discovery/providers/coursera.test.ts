import { coursera } from '../../../../src/discovery/providers/coursera'
import { checkProvider } from './check-provider'

checkProvider(coursera, {
  unverifiable: [
    'https://www.coursera.org/account/accomplishments/verify/LBUFQRNR2VWA?utm_source=link',
    'https://www.coursera.org/account/accomplishments/specialization/certificate/LG34VEWDKJKZ',
    'https://coursera.org/verify/3XNBA9FRCGNL',
    'https://coursera.org/share/0123456789abcdef0123456789abcdef',
  ],
  others: ['https://www.coursera.org/learn/machine-learning', 'https://www.coursera.org/verify/'],
})
