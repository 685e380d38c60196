// Must be the first import: whatever this process makes from here on, only its owner can read.

process.umask(0o077)
