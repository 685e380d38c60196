// Words of the backup area.

export const backup = {}
