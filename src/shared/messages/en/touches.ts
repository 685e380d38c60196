// Words of the touches area.

export const touches = {}
