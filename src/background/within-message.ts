/** Characters. Chromium sends no message of more than 64 MB: whoever asked would be left without an answer. */
const MOST_PICTURES = 20_000_000

/** Of these pictures the first ones for which one message has room. */
export function withinMessage(pictures: readonly (string | undefined)[]): (string | undefined)[] {
  let room = MOST_PICTURES
  return pictures.map((picture) => {
    room -= picture?.length ?? 0
    return room >= 0 ? picture : undefined
  })
}
