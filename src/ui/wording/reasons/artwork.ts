import type { ReasonParameters } from '../../../verifier/report'
import type { MessageKey } from '../translate'
import type { ReasonTable } from './table'

export const ARTWORK = {
  'artwork-alike': (_, s) => s.text('reasonArtworkAlike'),
  'artwork-differs': (_, s) => s.text('reasonArtworkDiffers'),
  'artwork-unsure': (_, s) => s.text('reasonArtworkUnsure'),
  'artwork-none': (_, s) => s.text('reasonArtworkNone'),
  'artwork-not-shown': (_, s) => s.text('reasonArtworkNotShown'),
  'artwork-not-compared': (_, s) => s.text('reasonArtworkNotCompared'),
  'artwork-not-comparable': ({ whose, why }, s) => s.text(NOT_COMPARABLE[whose][why]),
  'artwork-not-obtained': ({ host }, s) => s.text('reasonArtworkNotObtained', host),
} satisfies Partial<ReasonTable>

type Parameters = ReasonParameters['artwork-not-comparable']

const NOT_COMPARABLE: Record<Parameters['whose'], Record<Parameters['why'], MessageKey>> = {
  shown: {
    drawing: 'reasonArtworkShownDrawing',
    animated: 'reasonArtworkShownAnimated',
    'too-large': 'reasonArtworkShownTooLarge',
    'not-decoded': 'reasonArtworkShownNotDecoded',
    incomplete: 'reasonArtworkShownIncomplete',
  },
  issuer: {
    drawing: 'reasonArtworkIssuersDrawing',
    animated: 'reasonArtworkIssuersAnimated',
    'too-large': 'reasonArtworkIssuersTooLarge',
    'not-decoded': 'reasonArtworkIssuersNotDecoded',
    incomplete: 'reasonArtworkIssuersNotDecoded',
  },
}
