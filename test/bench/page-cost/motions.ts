/** What moving pages do, as scripts of the page. No promises: see `readTrace`. */

export const MOTIONS = ['scroll', 'chat', 'animation'] as const
export type Motion = (typeof MOTIONS)[number]

/** How often a page moves, per second. */
export const MOVES_PER_SECOND: Record<Motion, number> = { scroll: 1, chat: 2, animation: 60 }

/** One move each; `at` counts them. */
const MOVES: Record<Motion, string> = {
  // Ten further cards, a picture in each.
  scroll: `
    const cards = []
    for (let card = at * 10; card < at * 10 + 10; card++) {
      const article = document.createElement('article')
      article.innerHTML = '<h3>Card ' + card + '</h3><p>Some <b>text</b></p><a href="/card/' + card +
        '"><img width="96" height="96" alt="" src="' + picture(card) + '"></a>'
      cards.push(article)
    }
    main.append(...cards)
    scrollTo(0, document.documentElement.scrollHeight)`,
  // One more message with its sender's picture; the oldest goes once 200 are there.
  chat: `
    const message = document.createElement('div')
    message.className = 'message'
    message.innerHTML = '<img width="96" height="96" alt="" src="' + picture(at % 12) +
      '"><p>Message ' + at + ' with <i>some</i> text</p>'
    main.append(message)
    const messages = document.getElementsByClassName('message')
    if (messages.length > 200) messages[0].remove()`,
  // Fifty elements change their styles, classes and attributes.
  animation: `
    for (const [index, element] of moving.entries()) {
      element.style.transform = 'translateX(' + ((at + index) % 40) + 'px)'
      element.classList.toggle('on', (at + index) % 2 === 0)
      element.setAttribute('data-frame', at)
    }`,
}

/**
 * `costOf.start()` moves at the natural pace. `costOf.hurry(n)` makes n moves, each in a task of its own, as
 * at the natural pace, so that observers are called once for each; after sixty the page may draw and be
 * idle. `costOf.left` says how many are still to come.
 */
export function motionScript(motion: Motion): string {
  return `
    const main = document.querySelector('main')
    const moving = [...document.querySelectorAll('.moves')].slice(0, 50)
    const sources = [...document.images].map(({ src }) => src)
    const picture = (at) => sources[at % sources.length] ?? 'data:image/gif;base64,R0lGODlhAQABAAAAACw='
    let at = 0
    const move = () => {${MOVES[motion]}
      at++
    }
    const frame = () => { move(); requestAnimationFrame(frame) }
    const channel = new MessageChannel()
    channel.port1.onmessage = () => {
      move()
      if (--costOf.left === 0) return
      if (costOf.left % 60 > 0) channel.port2.postMessage('')
      else setTimeout(() => requestAnimationFrame(() => channel.port2.postMessage('')), 20)
    }
    globalThis.costOf = {
      left: 0,
      start() {
        if (${MOVES_PER_SECOND[motion]} === 60) requestAnimationFrame(frame)
        else setInterval(move, ${1000 / MOVES_PER_SECOND[motion]})
      },
      hurry(moves) {
        costOf.left = moves
        channel.port2.postMessage('')
      },
    }`
}
