// Words of the people area.

export const people = {}
