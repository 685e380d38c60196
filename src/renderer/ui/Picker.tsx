// Picks one of many by a few letters: what fits is offered while typing, arrows and Enter or a click choose.
import { Combobox, TextInput, useVirtualizedCombobox } from '@mantine/core'
import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useReducer,
} from 'react'
import { flushSync } from 'react-dom'
import { isOpen, type PickerEvent, type PickerState, stepPicker } from './picker-state.ts'

interface PickerProps<Option> {
  label: string
  placeholder: string
  nothingFound: string
  /** The words of what is chosen; null while nothing is. */
  chosen: string | null
  /** Null when it could not be answered. The same function each time: another one is asked anew. */
  find(typed: string): Promise<Option[] | null>
  draw(option: Option): ReactNode
  /** Null when the owner starts to type another. `typedAhead`: keys pressed after Enter, before the answer came. */
  onPick(option: Option | null, typedAhead: string): void
  /** The keys pressed before the box was there; Enter as a line break. */
  takeKeys(): string
  autoFocus?: boolean
  /** Nothing else was done in its dialog yet: Esc closes that, while nothing is typed. */
  isFirst?: boolean
}

export function Picker<Option extends { id: number }>(props: PickerProps<Option>) {
  const { label, chosen, draw, onPick, autoFocus } = props
  const [state, send] = usePickerState(props)
  const options = state.name === 'offering' ? state.options : []
  const marked = state.name === 'offering' ? state.marked : -1
  const id = useId()
  const combobox = useVirtualizedCombobox({
    opened: isOpen(state),
    onOpenedChange: (opens) => send({ type: opens && chosen === null ? 'opened' : 'left' }),
    totalOptionsCount: options.length,
    getOptionId: (index) => `${id}-${index}`,
    selectedOptionIndex: marked,
    setSelectedOptionIndex: (index) => send({ type: 'marked', index }),
    // Enter is ours, for it may come before there is anything to choose.
    onSelectedOptionSubmit: () => undefined,
  })

  function handleKey(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      if (isOpen(state) && !(props.isFirst && state.text === '')) event.stopPropagation()
      return send({ type: 'escaped' })
    }
    const isCharacter = event.key.length === 1 && !event.ctrlKey && !event.metaKey
    if (event.key !== 'Enter' && !isCharacter) return
    const pressed = { type: 'pressed', key: isCharacter ? event.key : '\n' } as const
    if (stepPicker(state, pressed) === state) return
    event.preventDefault()
    send(pressed)
  }

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(value) => {
        const option = options.find((one) => String(one.id) === value)
        if (option) send({ type: 'chosen', option })
      }}
    >
      <Combobox.Target>
        <TextInput
          label={label}
          placeholder={props.placeholder}
          value={chosen ?? state.text}
          data-autofocus={autoFocus || undefined}
          autoFocus={autoFocus}
          onChange={(event) => {
            if (chosen !== null) onPick(null, '')
            send({ type: 'typed', text: event.currentTarget.value })
          }}
          onKeyDown={handleKey}
          onFocus={(event) => {
            event.currentTarget.select()
            const typed = props.takeKeys()
            if (chosen !== null && typed === '') return
            if (chosen !== null) onPick(null, '')
            send({ type: 'focused', typed })
          }}
          onBlur={() => send({ type: 'left' })}
        />
      </Combobox.Target>
      <Combobox.Dropdown
        hidden={state.name !== 'offering' || (options.length === 0 && state.text.trim() === '')}
      >
        <Combobox.Options aria-label={label}>
          {options.map((option, index) => (
            <Combobox.Option
              key={option.id}
              ref={index === marked ? scrollTo : undefined}
              id={`${id}-${index}`}
              value={String(option.id)}
              selected={index === marked}
            >
              {draw(option)}
            </Combobox.Option>
          ))}
          {state.name === 'offering' && options.length === 0 && (
            <Combobox.Empty>{props.nothingFound}</Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

const scrollTo = (option: Element | null) => option?.scrollIntoView({ block: 'nearest' })

/** The state with what it does by itself: it asks, and tells what was chosen. */
function usePickerState<Option>({ find, onPick }: PickerProps<Option>) {
  const [state, send] = useReducer(stepPicker<Option>, { name: 'closed', text: '' })
  const { text } = state
  const isAsking = state.name === 'asked' || state.name === 'entered'
  useEffect(() => {
    if (!isAsking) return
    // At once: the next key finds what is drawn, and the focus where the pick moves it.
    void find(text).then((options) => flushSync(() => send({ type: 'answered', text, options })))
  }, [isAsking, text, find])
  const tell = useEffectEvent(onPick)
  useLayoutEffect(() => {
    if (state.name === 'chosen') tell(state.option, state.ahead)
  }, [state])
  return [state, send] as [PickerState<Option>, (event: PickerEvent<Option>) => void]
}
