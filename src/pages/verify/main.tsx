import { mount } from '../mount'
import { VerifyPage } from './verify-page'

const asked = new URLSearchParams(location.search)
const number = Number(asked.get('tab') ?? Number.NaN)
const tab = Number.isInteger(number) ? number : undefined

mount(
  <VerifyPage
    isProfile={asked.get('show') === 'profile'}
    tabId={tab}
    badgeId={asked.get('badge') ?? undefined}
    reportId={asked.get('report') ?? undefined}
  />,
)
