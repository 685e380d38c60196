// Words of the people area.

export const people = {
  someoneAt: 'someone at {{firm}}',
  picker: {
    placeholder: 'Two letters of a name',
    nobody: 'Nobody by that name.',
    onFocusList: 'on your focus list',
  },
}
