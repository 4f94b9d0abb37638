import { describe, expect, test } from 'vitest'
import { LevelChart, SkillChart, TimeChart } from '../../../../src/ui/charts'
import { levelCounts, skillCounts } from '../../../../src/ui/charts/counts'
import { StillView } from '../../../../src/ui/still'
import { manyBadges, profileReportOf } from '../../../screens/profile-reports'
import { readText, shown } from '../shown'

const mixed = profileReportOf()
const many = manyBadges()

describe('levels', () => {
  test('what nobody vouches for has a bar of its own', () => {
    const eighth = levelCounts(mixed.summary)[7]
    expect(eighth).toEqual({ level: 8, trusted: 0, authentic: 1 })
    expect(readText(shown(<LevelChart summary={mixed.summary} />))).toContain(
      'EQF 8: 0 verified, 1 issuer unknown',
    )
  })

  test('no chart where no badge that holds states a level', () => {
    const { summary } = profileReportOf('plain')
    expect(shown(<LevelChart summary={summary} />)).toBe('')
  })
})

describe('skills', () => {
  test('those that most verified badges have come first; others lengthen no bar', () => {
    const { trusted, authentic } = mixed.summary
    const found = [
      { uri: 'a', label: 'one verified', badges: ['1'] },
      { uri: 'b', label: 'two verified', badges: ['1', '2'] },
    ]
    const unknown = [{ uri: 'c', label: 'nobody vouches', badges: ['1', '2', '3', '4'] }]
    const counts = skillCounts({
      ...mixed.summary,
      trusted: { ...trusted, skills: { ...trusted.skills, found } },
      authentic: { ...authentic, skills: { ...authentic.skills, found: unknown } },
    })
    expect(counts.map(({ label, trusted, authentic }) => [label, trusted, authentic])).toEqual([
      ['two verified', 2, 0],
      ['one verified', 1, 0],
      ['nobody vouches', 0, 4],
    ])
  })

  test('100 of them wait behind a click, and are all on paper', () => {
    const chart = <SkillChart summary={many.summary} />
    expect(shown(chart)).toContain('is-cut')
    expect(shown(chart).match(/class="skill-row"/g)).toHaveLength(100)
    expect(readText(shown(chart))).toContain('Show all 100')
  })
})

describe('time', () => {
  const chart = (profile = mixed) =>
    shown(<TimeChart profile={profile} addressOf={(id) => `?report=${id}`} />)

  test('each line leads to its report by keyboard, and is said in words', () => {
    expect(chart()).toContain('href="?report=japanese"')
    expect(readText(chart())).toContain(
      '食品安全マネジメント基礎 , 2 September 2024, no end stated',
    )
  })

  test('the table behind it has every badge, of those too that are not drawn', () => {
    const text = readText(
      shown(
        <StillView>
          <TimeChart profile={mixed} />
        </StillView>,
      ),
    )
    expect(text).toMatch(/Altered .* Could not check/)
  })

  test('nothing out of a badge is interpreted', () => {
    const html = chart(profileReportOf('hostile'))
    expect(html).not.toMatch(/<(img|script|iframe)\b/)
    expect(html).not.toContain('\u202E')
  })
})
