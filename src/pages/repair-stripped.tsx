import { useState } from 'preact/hooks'
import type { BadgeSummary, CannotBake, PageState } from '../platform/messages'
import { Disclosure } from '../ui/disclosure'
import { saveFile } from '../ui/save-file'
import { useWording } from '../ui/wording-context'
import { hostOf, type MessageKey } from '../ui/wording'
import { foundElsewhere, type VerificationReport } from '../verifier/report'
import { ask } from './ask'
import './repair-stripped.css'

interface RepairStrippedProps {
  page: PageState
  badge: BadgeSummary
  report: VerificationReport
}

/** For whose badge it is: why this site's copy carries nothing, and what helps. */
export function RepairStripped({ page, badge, report }: RepairStrippedProps) {
  const { text } = useWording()
  const found = foundElsewhere(report.trail)
  if (found === undefined) return null
  return (
    <div class="repair section">
      <Disclosure summary={text('sectionRepair')} heading>
        {() => (
          <>
            <p>{text('repairWhy')}</p>
            <ol>
              <li>{text('repairByLink', hostOf(found.url) ?? found.url)}</li>
              <li>
                {text('repairByFile')}
                <SaveBaked page={page} badge={badge} />
              </li>
            </ol>
          </>
        )}
      </Disclosure>
    </div>
  )
}

const CANNOT: Record<CannotBake, MessageKey> = {
  'no-report': 'bakeNoReport',
  'not-verified': 'bakeNotVerified',
  'no-picture': 'bakeNoPicture',
  'picture-refused': 'bakePictureRefused',
  format: 'bakeFormat',
}

const TYPES = { png: 'image/png', svg: 'image/svg+xml' }

function SaveBaked({ page, badge }: Pick<RepairStrippedProps, 'page' | 'badge'>) {
  const { text } = useWording()
  const [said, setSaid] = useState<MessageKey>()
  const save = (): void => {
    ask('bake-again', { tabId: page.tabId, id: badge.id }).then(
      (image) => {
        if (image.is === 'not-baked') {
          setSaid(CANNOT[image.why])
          return
        }
        const bytes = Uint8Array.from(atob(image.base64), (letter) => letter.charCodeAt(0))
        saveFile(new Blob([bytes], { type: TYPES[image.type] }), `badge.${image.type}`)
        setSaid('bakeSaved')
      },
      () => {
        setSaid('stateNoAnswer')
      },
    )
  }
  return (
    <div class="repair-save">
      <button type="button" class="button" onClick={save}>
        {text('bakeAgain')}
      </button>
      <p role="status">{said !== undefined && text(said)}</p>
    </div>
  )
}
