import { useEffect, useRef, useState } from 'preact/hooks'
import type { BadgeSummary, PageState } from '../../platform/messages'
import { pageSummary } from '../../ui/wording'
import { useWording } from '../../ui/wording-context'
import { BadgeDetail } from '../badge-detail'
import { Loading } from '../loading'
import { Opened } from '../opened'
import { usePageTitle } from '../page-title'
import { Silent } from '../silent'
import { WidePage } from '../wide-page'
import { SAMPLE_BADGES } from './sample-badges'
import { SampleFigure } from './sample-figure'
import { useSample } from './use-sample'
import './sample.css'

/** A made-up learner's page with real badges: what marks do, without going anywhere. */
export function SamplePage({ tabId }: { tabId: number | undefined }) {
  usePageTitle('sampleTitle')
  const { state, silent, trying, again } = useSample(tabId)
  const [opened, setOpened] = useState<string>()
  const badge = state?.badges.find(({ id }) => id === opened)
  const left = useRef<string | undefined>(undefined)
  useEffect(() => {
    if (badge !== undefined || left.current === undefined) return
    document.querySelector<HTMLElement>(`[data-badge="${left.current}"]`)?.focus()
    left.current = undefined
  }, [badge])
  return (
    <WidePage>
      {silent && <Silent onAgain={again} />}
      {trying && !silent && <Loading />}
      {state !== undefined && badge !== undefined ? (
        <Opened
          id={badge.id}
          state={badge.state}
          back="sampleBack"
          onBack={() => {
            left.current = badge.id
            setOpened(undefined)
          }}
        >
          <BadgeDetail page={state} badge={badge} />
        </Opened>
      ) : (
        <Portfolio page={state} onOpen={setOpened} />
      )}
    </WidePage>
  )
}

function Portfolio({
  page,
  onOpen,
}: {
  page: PageState | undefined
  onOpen: (id: string) => void
}) {
  const { text } = useWording()
  const badges = page?.badges ?? []
  return (
    <>
      <div class="sample-note">
        <h1 tabIndex={-1}>{text('sampleTitle')}</h1>
        <p class="secondary">{text('sampleText')}</p>
        <Found badges={badges} />
      </div>
      <section class="sample-page" aria-label={text('sampleLearner')}>
        <h2 class="sample-learner">{text('sampleLearner')}</h2>
        <p class="secondary">{text('sampleRole')}</p>
        <ul class="sample-badges">
          {SAMPLE_BADGES.map((sample) => (
            <SampleFigure
              key={sample.file}
              sample={sample}
              tabId={page?.tabId}
              badge={badges.find(({ label }) => label === sample.file)}
              onOpen={onOpen}
            />
          ))}
        </ul>
      </section>
      <p class="sample-end small secondary">{text('sampleGreen')}</p>
    </>
  )
}

/** Read out as it changes. */
function Found({ badges }: { badges: BadgeSummary[] }) {
  const { translate, locale } = useWording()
  const { title, detail } = pageSummary(badges, translate, locale)
  return (
    <p role="status" class="sample-found">
      {badges.length > 0 && (
        <>
          <b>{title}</b> <span class="secondary">{detail}</span>
        </>
      )}
    </p>
  )
}
