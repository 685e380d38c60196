// Puts someone on the focus list, or says that they are on it and offers pin and leave.
import { Button, Menu } from '@mantine/core'
import { memo, useEffect, useRef, useState } from 'react'
import { t } from '../../../shared/messages/translate.ts'
import { send } from '../../api/send.ts'
import { Refusal } from '../../ui/Refusal.tsx'
import shared from '../../ui/shared.module.css'
import classes from './FocusButton.module.css'
import { addToFocusList } from './focus-list.store.ts'
import { LeaveDialog } from './LeaveDialog.tsx'
import { LeaveMenuItems } from './LeaveMenuItems.tsx'
import type { LeaveKind } from './leaving.ts'
import { SwapDialog } from './SwapDialog.tsx'

interface FocusButtonProps {
  personId: number
  /** As shown: a firm-only person's "someone at …". */
  name: string
  /** Null when they are not on the list. */
  focus: { pinned: boolean } | null
  /** They are away until a day: joining takes them back. */
  comesBack?: boolean
  size?: 'xs' | 'sm' | 'md'
}

export const FocusButton = memo(function FocusButton({
  personId,
  name,
  focus,
  comesBack = false,
  size = 'md',
}: FocusButtonProps) {
  const [swapping, setSwapping] = useState(false)
  const [leaveAs, setLeaveAs] = useState<LeaveKind | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const placeRef = useRef<HTMLDivElement>(null)

  const swapped = useRef(false)
  const added = useRef(false)
  const isOnList = focus !== null
  // Whoever joined has another button now, once the list was read again: the keyboard goes on from that one.
  useEffect(() => {
    if (swapping) swapped.current = true
    else if (swapped.current) {
      placeRef.current?.querySelector('button')?.focus()
      swapped.current = !isOnList
    }
  }, [swapping, isOnList])
  useEffect(() => {
    if (!isOnList || !added.current) return
    added.current = false
    if (document.activeElement === document.body) placeRef.current?.querySelector('button')?.focus()
  }, [isOnList])

  async function add() {
    added.current = true
    const answer = await addToFocusList({ uid: crypto.randomUUID(), personId })
    if (answer.kind !== 'added') added.current = false
    setSwapping(answer.kind === 'full')
    setRefusal(answer.kind === 'refused' ? answer.words : null)
  }

  return (
    <div ref={placeRef} className={classes.place}>
      {focus ? (
        <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
          <Menu.Target>
            <Button variant="default" size={size}>
              {t('focusList.onList')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              onClick={() => void send('focusList.pin', { personId, pinned: !focus.pinned }).then(setRefusal)}
            >
              {focus.pinned ? t('focusList.unpin') : t('focusList.pin')}
            </Menu.Item>
            <Menu.Divider />
            <LeaveMenuItems onChoose={setLeaveAs} />
          </Menu.Dropdown>
        </Menu>
      ) : (
        <Button variant="default" size={size} onClick={() => void add()}>
          {t(comesBack ? 'focusList.parked.takeBack' : 'focusList.add')}
        </Button>
      )}
      <Refusal words={refusal} className={`${shared.problem} ${shared.below}`} />
      {swapping && <SwapDialog personId={personId} name={name} onClose={() => setSwapping(false)} />}
      {leaveAs && (
        <LeaveDialog
          person={{ id: personId, name, firm: '' }}
          as={leaveAs}
          onClose={() => setLeaveAs(null)}
        />
      )}
    </div>
  )
})
