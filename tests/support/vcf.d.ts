// The part of vcf that tests use; it brings no types.
declare module 'vcf' {
  export default class VCard {
    static parse(text: string): VCard[]
  }
}
