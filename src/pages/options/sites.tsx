import { useRef, useState } from 'preact/hooks'
import type { ConsentMode, KeptSite, SitesState } from '../../platform/consent-shapes'
import { useWording } from '../../ui/wording-context'
import { siteProblemSentence, type Sentences } from '../../ui/wording'
import { ask } from '../ask'
import { useAsked } from '../asked'
import { NotHere } from '../not-here'
import { AddSite } from './add-site'
import { OrganisationPolicy } from './organisation-policy'
import { SiteList } from './site-list'
import './sites.css'

/** What came of the last change. */
type Said = { is: 'silent' } | { is: 'removed'; site: string } | (KeptSite & { given: string })

/** Where badges are looked for, and where issuers are asked without a click. */
export function Sites() {
  const s = useWording()
  const state = useAsked('sites', {}, { on: ['sites-changed'] })
  const [said, setSaid] = useState<Said>()
  const heading = useRef<HTMLHeadingElement>(null)

  const follow = (work: Promise<Said | undefined>): void => {
    void work.catch((): Said => ({ is: 'silent' })).then(setSaid)
  }
  const set = (given: string, mode: ConsentMode, isNew: boolean): void => {
    const done = ask('set-site', { site: given, mode }).then((kept) =>
      isNew || kept.is !== 'kept' ? { ...kept, given } : undefined,
    )
    follow(done)
  }
  const setDefault = (mode: ConsentMode): void => {
    follow(ask('set-consent', { scope: 'everywhere', host: '', mode }).then(() => undefined))
  }
  const remove = (site: string): void => {
    follow(ask('remove-site', { site }).then(() => ({ is: 'removed', site })))
    // The button that had the focus goes with its site.
    heading.current?.focus()
  }

  return (
    <section aria-labelledby="sites">
      <h2 id="sites" ref={heading} tabIndex={-1}>
        {s.text('sitesTitle')}
      </h2>
      <p>{s.text('sitesWhat')}</p>
      <NotHere asked={state} />
      {state.is === 'here' && (
        <>
          <OrganisationPolicy policy={state.answer.organisation} />
          <SiteList
            sites={state.answer}
            isFixed={isFixed(state.answer)}
            onSet={(site, mode) => {
              set(site, mode, false)
            }}
            onSetDefault={setDefault}
            onRemove={remove}
          />
          {!isFixed(state.answer) && (
            <AddSite
              onAdd={(given, mode) => {
                set(given, mode, true)
              }}
            />
          )}
        </>
      )}
      <div role="status" class="options-said">
        {said !== undefined && (
          <p class={isFailure(said) ? 'options-failed' : ''}>{sentenceOf(said, s)}</p>
        )}
      </div>
    </section>
  )
}

function isFixed({ organisation }: SitesState): boolean {
  return organisation?.usersMayChange === false
}

function isFailure({ is }: Said): boolean {
  return is === 'silent' || is === 'refused' || is === 'fixed'
}

function sentenceOf(said: Said, s: Sentences): string {
  switch (said.is) {
    case 'silent':
      return s.text('stateNoAnswer')
    case 'fixed':
      return s.text('sitesFixed')
    case 'removed':
      return s.text('sitesRemoved', said.site)
    case 'kept':
      return s.text('sitesAdded', said.site)
    case 'refused':
      return siteProblemSentence(said.problem, said.given, s)
  }
}
