// Words of the focus-list area.

export const focusList = {}
