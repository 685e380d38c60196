// The kinds of places offered while one is typed; any other word will do.
import { t } from '../../../shared/messages/translate.ts'

export const usualKinds = () => t('places.usualKinds').split('|')
