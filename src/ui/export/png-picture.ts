/** Twice the size at which it is shown, in CSS pixels. */
const SIZE = 192

/**
 * The picture as PNG data URL: in a file that goes from hand to hand stand pixels, and no drawing of somebody
 * else's. Undefined where it cannot be drawn.
 */
export async function pngPicture(picture: string | undefined): Promise<string | undefined> {
  if (picture === undefined || picture.startsWith('data:image/png;base64,')) return picture
  if (!picture.startsWith('data:image/')) return undefined
  try {
    const image = new Image(SIZE, SIZE)
    image.src = picture
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = SIZE
    canvas.height = SIZE
    const { naturalWidth: width, naturalHeight: height } = image
    const scale = SIZE / Math.max(width, height, 1)
    const [wide, high] = [width * scale || SIZE, height * scale || SIZE]
    const context = canvas.getContext('2d')
    context?.drawImage(image, (SIZE - wide) / 2, (SIZE - high) / 2, wide, high)
    return canvas.toDataURL('image/png')
  } catch {
    return undefined
  }
}
