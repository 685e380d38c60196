// The screens' way to the one rule of how a person is called.
export { personName } from '../../shared/messages/person-name.ts'
