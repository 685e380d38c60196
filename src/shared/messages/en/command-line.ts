// Words of the command-line area.

export const commandLine = {}
