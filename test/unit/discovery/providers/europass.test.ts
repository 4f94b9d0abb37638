import { europass } from '../../../../src/discovery/providers/europass'
import { checkProvider } from './check-provider'

checkProvider(europass, {
  pages: [
    'https://europa.eu/europass/digital-credentials/viewer/#/view/8d2f0c1e',
    'https://europa.eu/europass/digital-credentials/viewer?shareLink=8d2f0c1e',
    'https://europa.eu/europass/digital-credentials/viewer/8d2f0c1e',
    'https://europa.eu/europass/digital-credentials/viewer/8d2f0c1e?_ga=2.123456789.1234567890',
    'https://europa.eu/europass/digital-credentials/viewer/?_ga=2.1.1#/view/8d2f0c1e',
    'https://europa.eu/europass/digital-credentials/viewer?_gl=1*ab&_ga=2.123456789&shareLink=8d2f0c1e',
  ],
  others: [
    // Where people open their own files, and where help pages lead.
    'https://europa.eu/europass/digital-credentials/viewer/#/home',
    'https://europa.eu/europass/digital-credentials/viewer/#/en/home',
    'https://europa.eu/europass/digital-credentials/viewer?lang=en',
    'https://europa.eu/europass/digital-credentials/viewer?_ga=2.123456789.1234567890',
    'https://europa.eu/europass/digital-credentials/viewer?_ga=2.123456789&lang=en#/home',
    'https://europa.eu/europass/digital-credentials/viewer?lang=en&_gl=1*abcdef01*_ga*MTIzNDU2Nzg5',
    'https://europa.eu/europass/digital-credentials/viewer/index.html?locale=de',
    'https://europa.eu/europass/digital-credentials/viewer/#/',
    'https://europa.eu/europass/digital-credentials/viewer/',
    'https://europa.eu/europass/digital-credentials/viewer',
    'https://europa.eu/europass/en',
    'https://europa.eu/europass/digital-credentials/viewers',
    'https://europa.eu/europass/digital-credentials/issuer',
    // A file may be anybody's, whatever its ending: the search reads it, under no platform's name.
    'https://university.example/diploma.jsonld',
  ],
})
