// Every dialog of the program: open as long as it is drawn, closed by a key or its cross, and then the focus goes back.
import { Modal, type ModalProps } from '@mantine/core'
import { t } from '../../shared/messages/translate.ts'
import { useFocusBack } from './use-focus-back.ts'

export function Dialog(props: Omit<ModalProps, 'opened' | 'closeButtonProps'>) {
  useFocusBack()
  return <Modal opened closeButtonProps={{ 'aria-label': t('app.close') }} {...props} />
}
