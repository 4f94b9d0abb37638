import { badgecraft } from '../../../../src/discovery/providers/badgecraft'
import { checkProvider } from './check-provider'

checkProvider(badgecraft, {
  pages: ['https://www.badgecraft.eu/en/user-badges/5c51674c-f9ab-477a-a0f0-51d51c60649d'],
  others: [
    'https://www.badgecraft.eu/en/user-badges/',
    'https://www.badgecraft.eu/storage/badge/5c51674c-f9ab-477a-a0f0-51d51c60649d.png',
  ],
})
