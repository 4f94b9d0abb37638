import { carrierName, formatName } from '../names'
import type { ReasonTable } from './table'

const TOO_COMPLEX = {
  values: 'reasonTooManyValues',
  contexts: 'reasonTooManyContexts',
  characters: 'reasonContextsTooLong',
} as const

export const CARRIER_AND_FORMAT = {
  'carrier-found': ({ carrier }, s) => carrierName(carrier, s),
  'no-badge-data': (_, s) => s.text('reasonNoBadgeData'),
  'file-not-recognised': (_, s) => s.text('reasonFileNotRecognised'),
  'template-picture': ({ platform }, s) => s.text('reasonTemplatePicture', platform),
  'platform-certificate': ({ platform }, s) => s.text('reasonPlatformCertificate', platform),
  'link-without-credential': ({ host }, s) => s.text('reasonLinkWithoutCredential', host),
  'image-truncated': (_, s) => s.text('reasonImageTruncated'),
  'chunk-crc-wrong': ({ keyword }, s) => s.text('reasonChunkCrcWrong', keyword),
  'chunk-compressed': ({ keyword }, s) => s.text('reasonChunkCompressed', keyword),
  'chunk-malformed': ({ keyword }, s) => s.text('reasonChunkMalformed', keyword),
  'chunk-repeated': ({ keyword, count }, s) => s.count('reasonChunkRepeated', count, keyword),
  'text-not-utf8': (_, s) => s.text('reasonTextNotUtf8'),
  'inflation-failed': ({ keyword }, s) => s.text('reasonInflationFailed', keyword),
  'svg-doctype-refused': (_, s) => s.text('reasonSvgDoctypeRefused'),
  'svg-malformed': (_, s) => s.text('reasonSvgMalformed'),
  'pdf-without-credential': (_, s) => s.text('reasonPdfWithoutCredential'),
  'pdf-encrypted': (_, s) => s.text('reasonPdfEncrypted'),
  'attachments-several': ({ count, read }, s) => s.text('reasonAttachmentsSeveral', count, read),
  'file-too-large': ({ limit }, s) => s.text('reasonFileTooLarge', s.size(limit)),
  'text-too-large': ({ limit }, s) => s.text('reasonTextTooLarge', s.size(limit)),

  'format-recognised': ({ format }, s) => s.text('reasonFormatRecognised', formatName(format, s)),
  'format-not-supported': ({ format }, s) =>
    s.text('reasonFormatNotSupported', formatName(format, s)),
  'not-json': (_, s) => s.text('reasonNotJson'),
  'json-too-deep': ({ limit }, s) => s.text('reasonJsonTooDeep', limit),
  'not-a-credential': (_, s) => s.text('reasonNotACredential'),
  'not-an-award': ({ kind }, s) =>
    s.text(kind === 'profile' ? 'reasonNotAnAwardProfile' : 'reasonNotAnAwardBadgeClass'),
  'property-missing': ({ property, expected }, s) =>
    s.text('reasonPropertyMissing', property, expected),
  'property-invalid': ({ property, expected }, s) =>
    s.text('reasonPropertyInvalid', property, expected),
  'unknown-context': ({ url }, s) => s.text('reasonUnknownContext', url),
  'inline-context': (_, s) => s.text('reasonInlineContext'),
  'term-redefined': ({ term }, s) => s.text('reasonTermRedefined', term),
  'terms-not-signed': ({ terms }, s) => s.text('reasonTermsNotSigned', s.list(terms)),
  'json-ld-invalid': ({ detail }, s) => s.text('reasonJsonLdInvalid', detail),
  'document-too-complex': ({ what, limit }, s) => s.text(TOO_COMPLEX[what], limit),

  'schema-none': (_, s) => s.text('reasonSchemaNone'),
  'schema-conforms': ({ schema }, s) => s.text('reasonSchemaConforms', schema),
  'schema-violated': ({ schema, path, expected }, s) =>
    s.text('reasonSchemaViolated', schema, path, expected),
  'schema-not-bundled': ({ url }, s) => s.text('reasonSchemaNotBundled', url),
  'schema-not-supported': ({ type }, s) => s.text('reasonSchemaNotSupported', type),
  'schema-not-compared': ({ schema }, s) => s.text('reasonSchemaNotCompared', schema),
} satisfies Partial<ReasonTable>
