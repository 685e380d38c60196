// Words of the call-sheets area.

export const callSheets = {}
