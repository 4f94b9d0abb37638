/** Readers of alignments: what each is about decides for which descriptor it counts. */
import { ofAchievement } from '../alignments/place'
import type { AlignmentKind } from '../alignments/recognise-alignment'
import type { Alignment } from '../credential'
import type { PlaceReader } from './place-reader'
import type { SourcePath } from './source-path'
import { valuesOf, valuesOfText } from './values'

export function fromAlignments(
  counts: (alignment: Alignment, kind: AlignmentKind) => boolean,
): PlaceReader {
  return ({ credential: { achievements }, alignmentKinds }) =>
    achievements.flatMap(({ alignments }, index) =>
      alignments.flatMap((alignment, place) => {
        if (!counts(alignment, alignmentKinds[index]?.[place] ?? 'other')) return []
        const { targetName, targetCode, targetUrl } = alignment
        const ordinal = ofAchievement(index, achievements)
        const source: SourcePath = { place: 'alignment', index: place + 1, ...ordinal }
        const names = valuesOfText(targetName, source)
        return names.length > 0 ? names : valuesOf(targetCode ?? targetUrl, source)
      }),
    )
}

export function isSameAlignment(one: SourcePath, other: SourcePath): boolean {
  return (
    one.place === 'alignment' &&
    other.place === 'alignment' &&
    one.index === other.index &&
    one.achievement === other.achievement
  )
}

/** A level, a credit, a field or who vouches for it: no outcome of learning. */
export function isAboutMore(alignment: Alignment, kind: AlignmentKind): boolean {
  return kind === 'eqf' || kind === 'ects' || kind === 'isced-f' || isAboutQuality(alignment)
}

/** Quality assurance and accreditation, by the name that a framework gives itself. */
export function isAboutQuality({ targetFramework = '', targetType = '' }: Alignment): boolean {
  return QUALITY.test(targetFramework) || QUALITY.test(targetType)
}

const QUALITY = /quality[ -]?assurance|accredit|\b(D?EQAR|ENQA)\b|質保証|認証評価/i
