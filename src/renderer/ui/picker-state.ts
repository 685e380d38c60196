// What a picker is doing, and what each key, click and answer makes of it.

export type PickerState<Option> =
  | { name: 'closed'; text: string }
  /** Asked for what fits the text: nothing is offered until the answer comes. */
  | { name: 'asked'; text: string }
  /** Enter came before the answer: the first option it brings is meant. `ahead`: the keys pressed since. */
  | { name: 'entered'; text: string; ahead: string }
  /** `marked`: which option Enter takes; -1 when there is none. */
  | { name: 'offering'; text: string; options: Option[]; marked: number }
  | { name: 'chosen'; text: ''; option: Option; ahead: string }

export type PickerEvent<Option> =
  /** `typed`: the keys pressed before the box was there; Enter as a line break. */
  | { type: 'focused'; typed: string }
  | { type: 'typed'; text: string }
  /** A key the box may have a use for: a character, or Enter as a line break. */
  | { type: 'pressed'; key: string }
  /** `options` is null when the question could not be answered. */
  | { type: 'answered'; text: string; options: Option[] | null }
  | { type: 'marked'; index: number }
  | { type: 'chosen'; option: Option }
  | { type: 'opened' | 'left' | 'escaped' }

export function stepPicker<Option>(
  state: PickerState<Option>,
  event: PickerEvent<Option>,
): PickerState<Option> {
  switch (event.type) {
    case 'focused':
      return focus(state, event.typed)
    case 'typed':
      return { name: 'asked', text: event.text }
    case 'pressed':
      return press(state, event.key)
    case 'answered':
      return answer(state, event.text, event.options)
    case 'marked':
      return state.name === 'offering' ? { ...state, marked: event.index } : state
    case 'chosen':
      return { name: 'chosen', text: '', option: event.option, ahead: '' }
    case 'opened':
      return isOpen(state) ? state : { name: 'asked', text: state.text }
    case 'left':
      // Whoever pressed Enter meant it, wherever the keys have gone since.
      return isOpen(state) && state.name !== 'entered' ? { name: 'closed', text: state.text } : state
    case 'escaped':
      return isOpen(state) ? { name: 'closed', text: state.text } : state
  }
}

export const isOpen = ({ name }: { name: PickerState<unknown>['name'] }): boolean =>
  name === 'asked' || name === 'entered' || name === 'offering'

/** The letters of the name come first; what follows their Enter is for the box that comes next. */
function focus<Option>(state: PickerState<Option>, typed: string): PickerState<Option> {
  const [text = '', ...rest] = typed.split('\n')
  if (text.trim() !== '' && rest.length > 0) return { name: 'entered', text, ahead: rest.join('\n') }
  if (typed !== '') return { name: 'asked', text }
  return !isOpen(state) && state.text === '' ? { name: 'asked', text: '' } : state
}

function press<Option>(state: PickerState<Option>, key: string): PickerState<Option> {
  if (state.name === 'entered') {
    // A second Enter right after the first is only a heavy hand.
    return key === '\n' && state.ahead === '' ? state : { ...state, ahead: state.ahead + key }
  }
  if (key !== '\n') return state
  if (state.name === 'offering') {
    const option = state.options[state.marked]
    return option === undefined ? state : { name: 'chosen', text: '', option, ahead: '' }
  }
  if (state.text.trim() === '') return state
  // What is not on the screen is not chosen: a list that was closed is shown first.
  return state.name === 'asked'
    ? { ...state, name: 'entered', ahead: '' }
    : { name: 'asked', text: state.text }
}

/** An answer counts only for the text that stands in the box, and only once: what is offered does not change under a key. */
function answer<Option>(
  state: PickerState<Option>,
  text: string,
  options: Option[] | null,
): PickerState<Option> {
  if ((state.name !== 'asked' && state.name !== 'entered') || state.text !== text) return state
  if (options === null) return { name: 'closed', text }
  const first = options[0]
  if (state.name === 'entered' && first !== undefined)
    return { name: 'chosen', text: '', option: first, ahead: state.ahead }
  return { name: 'offering', text, options, marked: first === undefined ? -1 : 0 }
}
