import { udacity } from '../../../../src/discovery/providers/udacity'
import { checkProvider } from './check-provider'

checkProvider(udacity, {
  unverifiable: [
    'https://confirm.udacity.com/C4VUQJ7Q',
    'https://www.udacity.com/certificate/e/0a1b2c3d-0a1b-11ee-8d60-0242ac120002',
    'https://graduation.udacity.com/confirm/C4VUQJ7Q',
  ],
  others: ['https://confirm.udacity.com/', 'https://www.udacity.com/course/a-nanodegree--nd000'],
})
