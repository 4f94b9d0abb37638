import { microsoftLearn } from '../../../../src/discovery/providers/microsoft-learn'
import { checkProvider } from './check-provider'

checkProvider(microsoftLearn, {
  pages: [
    'https://learn.microsoft.com/api/credentials/share/en-us/JaneDoe-2617/2F8B28CFEEC1459B?sharingId=1',
    'https://learn.microsoft.com/api/achievements/share/en-us/JaneDoe-6298/HYLMD7G8?sharingId=1',
    'https://learn.microsoft.com/en-gb/users/janedoe/credentials/2f8b28cfeec1459b',
    'https://learn.microsoft.com/en-us/users/janedoe/achievements/abcd2345',
    'https://learn.microsoft.com/users/janedoe-2617/credentials/2f8b28cfeec1459b',
  ],
  others: [
    'https://learn.microsoft.com/en-us/users/janedoe/',
    'https://learn.microsoft.com/en-us/users/janedoe/credentials',
    'https://learn.microsoft.com/en-us/credentials/certifications/azure-fundamentals/',
  ],
})
