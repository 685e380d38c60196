// Entry of the jobs that need the database module, run by Electron's own Node, which reads TypeScript as it is.
import './data-jobs.ts'
