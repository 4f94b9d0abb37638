import { createContext, type ComponentChildren } from 'preact'
import { useContext, useMemo } from 'preact/hooks'
import { sentencesIn, type Sentences, type Translate } from './wording'

const Wording = createContext<Sentences | null>(null)

interface WordingProps {
  translate: Translate
  /** BCP 47 tag that dates, numbers and lists follow. */
  locale: string
  children: ComponentChildren
}

/** Gives every component below it the texts of one language. */
export function WordingProvider({ translate, locale, children }: WordingProps) {
  const sentences = useMemo(() => sentencesIn(translate, locale), [translate, locale])
  return <Wording.Provider value={sentences}>{children}</Wording.Provider>
}

export function useWording(): Sentences {
  const sentences = useContext(Wording)
  if (sentences === null) throw new Error('expected a WordingProvider above, got none')
  return sentences
}
