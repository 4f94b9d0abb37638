import { Disclosure } from '../../ui/disclosure'
import { Icon } from '../../ui/icon'
import { useWording } from '../../ui/wording-context'
import type { MessageKey } from '../../ui/wording'
import './keyboard-help.css'

/** Names of keys as they stand on them, and what each does. */
const KEYS: [keys: MessageKey[], does: MessageKey][] = [
  [['keyArrows', 'keyHomeEnd'], 'keyMove'],
  [['keyEnter'], 'keyOpen'],
  [['keyEscape'], 'keyBack'],
  [['keyV'], 'keyVerify'],
  [['keyF', 'keySlash'], 'keyFilter'],
]

function KeyboardIcon() {
  const { text } = useWording()
  return (
    <span title={text('keyboard')}>
      <span class="visually-hidden">{text('keyboard')}</span>
      <Icon name="keyboard" />
    </span>
  )
}

/** For who looks for it: which keys do what. */
export function KeyboardHelp() {
  const { text } = useWording()
  return (
    <div class="keyboard">
      <Disclosure summary={<KeyboardIcon />}>
        {() => (
          <>
            <dl class="keyboard-keys">
              {KEYS.map(([keys, does]) => (
                <div key={does}>
                  <dt>
                    {keys.map((name) => (
                      <kbd key={name}>{text(name)}</kbd>
                    ))}
                  </dt>
                  <dd>{text(does)}</dd>
                </div>
              ))}
            </dl>
            <p>{text('keyboardMore')}</p>
          </>
        )}
      </Disclosure>
    </div>
  )
}
