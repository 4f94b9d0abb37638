import { edx } from '../../../../src/discovery/providers/edx'
import { checkProvider } from './check-provider'

checkProvider(edx, {
  unverifiable: [
    'https://credentials.edx.org/credentials/4b31967eb6884b1a9ed7fc7ca86fa8af/',
    'https://courses.edx.org/certificates/4b31967eb6884b1a9ed7fc7ca86fa8af',
    'https://verify.edx.org/cert/4b31967eb6884b1a9ed7fc7ca86fa8af',
  ],
  others: ['https://www.edx.org/course/a-course', 'https://courses.edx.org/certificates/'],
})
