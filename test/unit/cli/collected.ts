/** Everything that a source gives, as a list. */
export async function collected<Item>(source: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = []
  for await (const item of source) all.push(item)
  return all
}
