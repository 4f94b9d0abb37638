/** The credential text of a file, read without any of our own code: iTXt of a PNG, or plain JSON. */
export function bakedTextOf(file: Uint8Array): string | undefined {
  const start = new TextDecoder().decode(file.subarray(0, 8))
  if (start.startsWith('{')) return new TextDecoder().decode(file)
  if (!start.includes('PNG')) return cdataOf(new TextDecoder().decode(file))
  const data = firstChunk(Buffer.from(file), 'iTXt')
  return data && iTXtText(data)
}

/** PNG 1.2, section 3.2: length, type, data, CRC, after a signature of eight bytes. */
function firstChunk(png: Buffer, type: string): Buffer | undefined {
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    if (png.toString('latin1', at + 4, at + 8) === type) {
      return png.subarray(at + 8, at + 8 + png.readUInt32BE(at))
    }
  }
  return undefined
}

/** PNG 1.2, section 4.2.3.3: keyword, 0, flag, method, language, 0, translated keyword, 0, text. */
function iTXtText(data: Uint8Array): string {
  let at = data.indexOf(0) + 3
  for (let skipped = 0; skipped < 2; skipped++) at = data.indexOf(0, at) + 1
  return new TextDecoder().decode(data.subarray(at))
}

function cdataOf(svg: string): string | undefined {
  return /<!\[CDATA\[(.*)\]\]>/s.exec(svg)?.[1]
}
