import { figuresOf } from '../../src/background/badge-figures'
import type { BadgeSummary, PageState, StoredReport } from '../../src/platform/messages'
import type { VerificationReport } from '../../src/verifier/report'
import { artwork } from './artwork'
import { COMPLETE, CONTRADICTORY, SPARSE } from './described'
import { CLR, ENDORSED } from './parts'
import { ALTERED, AUTHENTIC, EXPIRED, HOSTILE, NONE, TRUSTED, UNVERIFIABLE } from './reports'
import type { Scene } from './scene'
import { CLICK } from './sites'
import { CERTIFICATE, NOT_FOUND, STRIPPED, WITHDRAWN } from './stripped'
import { RECOLOURED, SWAPPED } from './swapped'

export const ART = {
  da: artwork('#0f4c5c', '#e8f1f2', 'DA'),
  ml: artwork('#5f0f40', '#fbe9f2', 'ML'),
  pm: artwork('#1f3a93', '#e6ecff', 'PM'),
  ux: artwork('#2d6a4f', '#e9f5ee', 'UX'),
  ja: artwork('#7b2d26', '#fbeae8', '食'),
  cl: artwork('#343a40', '#f1f3f5', 'CL'),
  fi: artwork('#8d5b00', '#fff3da', 'FA'),
}

export function done(
  id: string,
  name: string,
  report: VerificationReport,
  thumbnail?: string,
): BadgeSummary {
  const { verdict, reasons, holder, issuer, format, checkedAt } = report
  const figures = figuresOf(report)
  return {
    id,
    kind: 'image',
    url: `https://jobs.example/badges/${id}.png`,
    state: 'done',
    hosts: [],
    reportId: id,
    verdict,
    reasons,
    holder,
    issuer,
    name,
    checkedAt,
    ...(format === undefined ? {} : { format }),
    ...(figures === undefined ? {} : { figures }),
    ...(thumbnail === undefined ? {} : { thumbnail }),
  }
}

function open(
  id: string,
  name: string,
  state: 'found' | 'checking' | 'permission-needed',
  hosts: string[],
  thumbnail?: string,
): BadgeSummary {
  return {
    id,
    kind: 'image',
    url: `https://jobs.example/badges/${id}.png`,
    state,
    hosts,
    name,
    format: 'OpenBadges/2.0',
    issuer: {
      standing: 'unknown',
      id: `https://${hosts[0] ?? 'issuer.example'}/`,
      claimedName: 'Some School',
    },
    ...(state === 'permission-needed' ? { permission: `https://${hosts[0] ?? '*'}/*` } : {}),
    ...(thumbnail === undefined ? {} : { thumbnail }),
  }
}

export function page(badges: BadgeSummary[], changes: Partial<PageState> = {}): PageState {
  return {
    tabId: 1,
    host: 'jobs.example',
    access: 'ok',
    private: false,
    consent: CLICK,
    badges,
    ...changes,
  }
}

/** The page itself is that of an award. */
const AWARD_PAGE: BadgeSummary = {
  ...{ id: 'page', kind: 'link', state: 'found', isBadge: false, isPage: true },
  url: 'https://www.credly.com/badges/61842971-ed83-498b-bf71-e0af10ad4648',
  hosts: ['api.credly.com', 'www.credly.com'],
  name: 'Data Analysis Foundations was issued by Northfield University to Aino Korhonen. - Credly',
}

export const BADGES = {
  trusted: done('trusted', 'Data Analysis Foundations', TRUSTED, ART.da),
  japanese: done('japanese', '食品安全マネジメント基礎', TRUSTED, ART.ja),
  authentic: done('authentic', 'Machine Learning in Production', AUTHENTIC, ART.ml),
  expired: done('expired', 'Project Management Practitioner', EXPIRED, ART.pm),
  altered: done('altered', 'Financial Analyst Level II', ALTERED, ART.fi),
  unverifiable: done('unverifiable', 'Cloud Fundamentals', UNVERIFIABLE, ART.cl),
  none: done('none', '', NONE, ART.cl),
  clr: done('clr', 'Transcript of studies', CLR),
  endorsed: done('endorsed', 'Data Analysis Foundations', ENDORSED, ART.da),
  swapped: done('swapped', 'Data Analysis Foundations', SWAPPED, ART.fi),
  recoloured: done('recoloured', 'Data Analysis Foundations', RECOLOURED, ART.da),
  hostile: done('hostile', HOSTILE.issuer.claimedName ?? '', HOSTILE),
  complete: done('complete', 'Data Analysis Foundations', COMPLETE, ART.da),
  sparse: done('sparse', 'Data Analysis Foundations', SPARSE, ART.da),
  contradictory: done('contradictory', 'Data Analysis Foundations', CONTRADICTORY, ART.da),
  stripped: done('stripped', 'Machine Learning in Production', STRIPPED, ART.ml),
  'not-found': done('not-found', 'Cloud Fundamentals', NOT_FOUND, ART.cl),
  withdrawn: done('withdrawn', 'Cloud Fundamentals', WITHDRAWN, ART.cl),
  certificate: done('certificate', 'Certificate of Completion', CERTIFICATE),
  found: open('found', 'UX Research', 'found', ['school.example', 'status.example'], ART.ux),
  checking: open('checking', 'Cloud Fundamentals', 'checking', ['cloud.example'], ART.cl),
  permission: open('permission', 'First Aid', 'permission-needed', ['aid.example']),
  page: AWARD_PAGE,
}

export const REPORTS: Record<string, StoredReport> = Object.fromEntries(
  Object.entries({
    trusted: TRUSTED,
    japanese: TRUSTED,
    authentic: AUTHENTIC,
    expired: EXPIRED,
    swapped: SWAPPED,
    recoloured: RECOLOURED,
    altered: ALTERED,
    unverifiable: UNVERIFIABLE,
    none: NONE,
    hostile: HOSTILE,
    clr: CLR,
    endorsed: ENDORSED,
    complete: COMPLETE,
    sparse: SPARSE,
    contradictory: CONTRADICTORY,
    stripped: STRIPPED,
    'not-found': NOT_FOUND,
    withdrawn: WITHDRAWN,
    certificate: CERTIFICATE,
  }).map(([id, report]) => {
    const { thumbnail } = BADGES[id as keyof typeof BADGES]
    const stored = { id, report }
    return [id, thumbnail === undefined ? stored : { ...stored, thumbnail }]
  }),
)

/** One badge of a page, in detail. */
export function detail(id: keyof typeof BADGES, more: Partial<Scene> = {}): Scene {
  return { page: page([BADGES[id]], { focus: id }), reports: REPORTS, ...more }
}
