// A picker, key by key: what stands in the box, what is offered, and that nobody is chosen whom the owner did not mean.
import { describe, expect, test } from 'vitest'
import {
  isOpen,
  type PickerEvent,
  type PickerState,
  stepPicker,
} from '../../../src/renderer/ui/picker-state.ts'

type State = PickerState<string>
type Event = PickerEvent<string>

const closed = (text = ''): State => ({ name: 'closed', text })
const asked = (text = ''): State => ({ name: 'asked', text })
const entered = (text: string, ahead = ''): State => ({ name: 'entered', text, ahead })
const offering = (text: string, options: string[], marked = 0): State => ({
  name: 'offering',
  text,
  options,
  marked,
})
const chosen = (option: string, ahead = ''): State => ({ name: 'chosen', text: '', option, ahead })

const focused = (typed = ''): Event => ({ type: 'focused', typed })
const typed = (text: string): Event => ({ type: 'typed', text })
const pressed = (key: string): Event => ({ type: 'pressed', key })
const answered = (text: string, options: string[] | null): Event => ({ type: 'answered', text, options })
const marked = (index: number): Event => ({ type: 'marked', index })
const [opened, left, escaped] = [{ type: 'opened' }, { type: 'left' }, { type: 'escaped' }] as const
const enter = pressed('\n')

const both = ['Nora', 'Norman']

const cases: [what: string, state: State, event: Event, next: State][] = [
  ['an empty box asks when it is come to', closed(), focused(), asked()],
  ['what was typed is not asked again by coming back', closed('no'), focused(), closed('no')],
  ['after a choice it asks anew', chosen('Nora'), focused(), asked()],
  ['coming to it while it asks changes nothing', asked('no'), focused(), asked('no')],
  ['letters typed before the box', closed(), focused('no'), asked('no')],
  ['letters and Enter typed before it', closed(), focused('no\n'), entered('no')],
  ['a whole touch typed before it', closed(), focused('no\nvoak\n'), entered('no', 'voak\n')],
  ['Enter alone typed before it', closed(), focused('\n'), asked()],

  ['typing asks', closed(), typed('n'), asked('n')],
  ['typing on asks for what stands there now', asked('n'), typed('no'), asked('no')],
  ['typing on hides what was offered', offering('n', both), typed('no'), asked('no')],
  ['another text takes back an early Enter', entered('no', 'v'), typed('nor'), asked('nor')],
  ['typing after a choice', chosen('Nora'), typed('s'), asked('s')],

  ['Enter before the answer waits for it', asked('no'), enter, entered('no')],
  ['Enter in an empty box waits for nothing', asked(), enter, asked()],
  ['Enter in a closed empty box', closed(), enter, closed()],
  ['a second Enter right after is a heavy hand', entered('no'), enter, entered('no')],
  ['keys after an early Enter are kept', entered('no', 'v'), pressed('o'), entered('no', 'vo')],
  ['Enter after kept keys is kept, too', entered('no', 'vo'), enter, entered('no', 'vo\n')],
  ['Enter takes what is marked', offering('no', both, 1), enter, chosen('Norman')],
  ['Enter where nobody fits chooses nobody', offering('xy', [], -1), enter, offering('xy', [], -1)],
  ['Enter on a closed list shows it first', closed('no'), enter, asked('no')],
  ['a letter is the box’s own', asked('no'), pressed('r'), asked('no')],
  ['a letter while offering, too', offering('no', both), pressed('r'), offering('no', both)],
  ['Enter after a choice', chosen('Nora'), enter, chosen('Nora')],

  ['an answer is offered, its first marked', asked('no'), answered('no', both), offering('no', both)],
  ['an answer with nobody', asked('xy'), answered('xy', []), offering('xy', [], -1)],
  ['an answer to an earlier text', asked('nor'), answered('no', ['Noah']), asked('nor')],
  [
    'an answer after an early Enter is chosen',
    entered('no', 'vo'),
    answered('no', both),
    chosen('Nora', 'vo'),
  ],
  ['nobody after an early Enter', entered('xy', 'vo'), answered('xy', []), offering('xy', [], -1)],
  ['an earlier text’s answer after Enter', entered('nor'), answered('no', ['Noah']), entered('nor')],
  [
    'a late answer leaves the marked one',
    offering('no', both, 1),
    answered('no', ['Noah']),
    offering('no', both, 1),
  ],
  ['a late answer opens no closed list', closed('no'), answered('no', both), closed('no')],
  ['a late answer after a choice', chosen('Nora'), answered('', both), chosen('Nora')],
  ['no answer', asked('no'), answered('no', null), closed('no')],
  ['no answer after an early Enter frees the keys', entered('no', 'v'), answered('no', null), closed('no')],

  ['arrows mark', offering('no', both), marked(1), offering('no', both, 1)],
  ['there is nothing to mark yet', asked('no'), marked(-1), asked('no')],
  ['a click chooses', offering('no', both), { type: 'chosen', option: 'Norman' }, chosen('Norman')],

  ['an arrow opens', closed('no'), opened, asked('no')],
  ['an arrow after a choice', chosen('Nora'), opened, asked()],
  ['what is open stays', offering('no', both, 1), opened, offering('no', both, 1)],
  ['going elsewhere closes', offering('no', both), left, closed('no')],
  ['going elsewhere before the answer', asked('no'), left, closed('no')],
  ['an early Enter is meant, wherever the keys go', entered('no', 'v'), left, entered('no', 'v')],
  ['going elsewhere after a choice', chosen('Nora'), left, chosen('Nora')],
  ['Esc closes and keeps the text', offering('no', both), escaped, closed('no')],
  ['Esc takes back an early Enter', entered('no', 'v'), escaped, closed('no')],
  ['Esc after a choice', chosen('Nora'), escaped, chosen('Nora')],
]

describe('a picker', () => {
  test.each(cases)('%s', (_, state, event, next) => {
    const stepped = stepPicker(state, event)
    expect(stepped).toEqual(next)
    // What changes nothing draws nothing, and no choice is told twice.
    if (JSON.stringify(state) === JSON.stringify(next)) expect(stepped).toBe(state)
  })

  test('is open while it asks and offers', () => {
    const states = [closed('no'), asked(), entered('no'), offering('no', both), chosen('Nora')]
    expect(states.map(isOpen)).toEqual([false, true, true, true, false])
  })

  test('a key without use to the box is left to the page', () => {
    for (const state of [closed(), asked(), chosen('Nora'), offering('xy', [], -1)])
      expect(stepPicker(state, enter)).toBe(state)
  })
})
