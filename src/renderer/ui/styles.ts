// Every stylesheet of the first screen: Mantine's in a layer below our own, the type we ship, our tokens.
import './base.css'
import '@mantine/core/styles.layer.css'
import '@fontsource/atkinson-hyperlegible-next/400.css'
import '@fontsource/atkinson-hyperlegible-next/600.css'
import '@fontsource/atkinson-hyperlegible-next/700.css'
import './tokens.css'
