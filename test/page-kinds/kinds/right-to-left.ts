/** A page from right to left, with all that makes it hard to say where a picture is. */
import { publish, type ServedWeb } from '../../fixtures/web'
import { hosted, keyElsewhere, selfContained, shows, type Made } from '../awards'
import { image, link, page } from '../markup'
import { nothing, type PageKind } from '../page-kind'
import { plainBadge } from '../pictures'
import { credly, leadsTo } from '../platforms'

const ORIGIN = 'https://rtl.example'

export async function rightToLeft(web: ServedWeb): Promise<PageKind> {
  const sticky = await selfContained('Right to left in the header')
  const moved = hosted(web, 'Right to left and moved')
  const scaled = await selfContained('Right to left and scaled')
  const inSight = await keyElsewhere('Right to left in sight')
  const clipped = hosted(web, 'Right to left out of sight')
  const background = await selfContained('Right to left behind words')
  const modal = await selfContained('Right to left in a dialog')
  const award = credly(web, 'Right to left at Credly')
  const put = (slug: string, { file }: Made): string => {
    publish(web, `${ORIGIN}/${slug}.png`, file, { type: 'png' })
    return `${ORIGIN}/${slug}.png`
  }
  const at = {
    sticky: put('sticky', sticky),
    moved: put('moved', moved),
    scaled: put('scaled', scaled),
    inSight: put('in-sight', inSight),
    clipped: put('clipped', clipped),
    background: put('background', background),
    modal: put('modal', modal),
  }
  publish(web, `${ORIGIN}/plain.png`, plainBadge(), { type: 'png' })
  const url = `${ORIGIN}/`
  publish(web, url, html(award.page), { type: 'html' })
  const always = [
    shows(sticky, '#sticky', 'baked PNG in a sticky header', at.sticky),
    shows(moved, '#moved', 'hosted, moved by a transform', at.moved),
    shows(scaled, '#scaled', 'baked PNG, scaled by its ancestor', at.scaled),
    shows(background, '#background', 'baked PNG as a background', at.background),
    leadsTo(award, '#award', 'link in text from right to left'),
    nothing('#plain', 'look-alike'),
    nothing('#plain-background', 'look-alike as a background'),
  ]
  const seen = shows(inSight, '#in-sight', 'first slide of a carousel', at.inSight)
  const unseen = shows(clipped, '#clipped', 'slide that is clipped', at.clipped)
  const hidden = shows(modal, '#modal img', 'baked PNG in a dialog', at.modal)
  return {
    id: 'right-to-left',
    title: 'Right to left, moved and clipped',
    pages: [
      {
        url,
        truth: [...always, seen, { ...unseen, markBeforeConsent: 'none' }],
        acts: [
          {
            what: 'scroll the page and the carousel, and open a dialog',
            script: 'act()',
            truth: [
              ...always,
              { ...seen, markBeforeConsent: 'none', markAfterVerify: 'none' },
              unseen,
              hidden,
            ],
          },
        ],
      },
    ],
  }
}

function html(award: string): string {
  return page(
    {
      title: 'من اليمين إلى اليسار',
      direction: 'rtl',
      style: `header { position: sticky; top: 0; background: #eee; z-index: 3; padding: 8px; }
#moved { transform: translate(-40px, 12px); }
.scaled { transform: scale(.75); transform-origin: top right; }
.carousel { width: 140px; height: 120px; overflow: hidden; display: flex; gap: 80px; }
.carousel img { flex: none; }
.background { width: 120px; height: 120px; background-size: cover; }
#background { background-image: url(/background.png); }
#plain-background { background-image: url(/plain.png); }
.room { height: 900px; } dialog { inset: auto 8px 8px auto; }`,
      script: `function act() {
  scrollTo(0, 60)
  document.querySelector('.carousel').scrollLeft = -176
  document.getElementById('modal').showModal()
}`,
    },
    `<header>${image('sticky', '/sticky.png', 'رأس', 64)}</header>
<div class="grid">
<div>${image('moved', '/moved.png', 'Moved')}</div>
<div class="scaled">${image('scaled', '/scaled.png', 'Scaled')}</div>
<div class="carousel" tabindex="0">${image('in-sight', '/in-sight.png', 'One')}${image('clipped', '/clipped.png', 'Two')}</div>
<div class="background" id="background"></div>
<div class="background" id="plain-background"></div>
<div>${image('plain', '/plain.png', 'Plain')}</div>
</div>
<p>${link(award, 'شهادتي', 'award')}</p>
<dialog id="modal">${image('inside', '/modal.png', 'Modal')}</dialog>
<div class="room"></div>`,
  )
}
