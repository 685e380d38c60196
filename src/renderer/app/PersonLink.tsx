// The name of a person, which leads to their page.
import type { ReactNode } from 'react'
import shared from '../ui/shared.module.css'
import { useApp } from './app.store.ts'

interface PersonLinkProps {
  id: number
  /** Whom next and previous lead to from there; nobody, when left out. */
  among?: number[]
  className?: string | undefined
  children: ReactNode
}

export function PersonLink({ id, among = [], className = shared.name, children }: PersonLinkProps) {
  const goTo = useApp((state) => state.goTo)
  return (
    <button type="button" className={className} onClick={() => goTo({ name: 'person', id, among })}>
      {children}
    </button>
  )
}
