// What counts as given and what as asked, for every place that adds them up.

/** Whoever came to whom, something was given; but what nobody noticed was not. @param touch the row's name in the query */
export const isGive = (touch = 'touches') => `(${touch}.gave = 1 AND ${touch}.how <> 'no answer')`

/** The same for what we asked of them. */
export const isAsk = (touch = 'touches') => `(${touch}.asked = 1 AND ${touch}.how <> 'no answer')`
