import type { ReasonTable } from './table'

export const NETWORK = {
  'permission-needed': ({ host }, s) => s.text('reasonPermissionNeeded', host),
  'host-unreachable': ({ host }, s) => s.text('reasonHostUnreachable', host),
  'host-timeout': ({ host, seconds }, s) => s.count('reasonHostTimeout', seconds, host),
  'http-status': ({ host, status }, s) =>
    s.text(status === 404 ? 'reasonHttpNotFound' : 'reasonHttpStatus', host, String(status)),
  'answer-too-large': ({ host, limit }, s) => s.text('reasonAnswerTooLarge', host, s.size(limit)),
  'answer-not-readable': ({ host }, s) => s.text('reasonAnswerNotReadable', host),
  'redirect-refused': ({ host }, s) => s.text('reasonRedirectRefused', host),
  'too-many-redirects': ({ host, limit }, s) => s.count('reasonTooManyRedirects', limit, host),
  'https-only': ({ host }, s) => s.text('reasonHttpsOnly', host),
  'address-refused': ({ host }, s) => s.text('reasonAddressRefused', host),
  'too-many-requests': ({ limit }, s) => s.count('reasonTooManyRequests', limit),
  'too-many-hosts': ({ limit }, s) => s.count('reasonTooManyHosts', limit),
  'badge-timeout': ({ seconds }, s) => s.count('reasonBadgeTimeout', seconds),
  'internal-failure': (_, s) => s.text('reasonInternalFailure'),
} satisfies Partial<ReasonTable>
