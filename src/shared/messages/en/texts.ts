// Words of the texts area: the texts an owner uses again, writing to somebody, and the letter.

export const texts = {
  title: 'Texts you use again',
  lead: 'Written once, filled in for each person.',
  add: 'Add a text',
  edit: 'Change',
  editLabel: 'Change {{name}}',
  remove: 'Remove',
  removeLabel: 'Remove {{name}}',
  channels: { email: 'Mail', text: 'Text message', letter: 'Letter', phone: 'Phone' },
  groups: { email: 'Mails', text: 'Text messages', letter: 'Letters', phone: 'What to say on the phone' },
  aFriend: 'a friend',
  /** Written in braces inside a text; lower case. */
  fields: {
    givenName: 'given name',
    name: 'name',
    firm: 'firm',
    job: 'job',
    nextStep: 'next step',
    nextStepDay: 'next step day',
    lastTouch: 'last touch',
    foundWords: 'found words',
    referrer: 'referrer',
    shop: 'shop',
    today: 'today',
  },
  empty: {
    title: 'No texts yet',
    words:
      'A thank-you note, a word after a quote, something useful to read. Written well once, each takes a minute to send. Start with three of ours and make them sound like you, or write your own.',
    starters: 'Start with three',
  },
  starters: {
    thanks: {
      name: 'Thank-you note',
      body: `Dear {{givenName}},

Thank you for coming to us with the {{job}}. It was good work to do, and it is better still to know where it is now.

If anything about it is not as it should be, tell me and I will put it right. And when you pass by, come in and say how it looks.

With warm regards`,
    },
    quote: {
      name: 'After a quote',
      subject: 'Your quote for the {{job}}',
      body: `Hello {{givenName}},

I sent you a quote for the {{job}}. You may have questions, or it may not be quite what you had in mind: both are easy to put right, so just answer this mail or ring me.

There is no hurry on our side. If you have decided otherwise, a short word is enough and I will not ask again.

Best wishes
{{shop}}`,
    },
    useful: {
      name: 'Something useful',
      subject: 'Something you may find useful',
      body: `Hello {{givenName}},

I came across something and thought of you:

It needs no answer. I only thought you would like to know.

Best wishes
{{shop}}`,
    },
  },
  editor: {
    new: 'A new text',
    change: 'Change a text',
    name: 'Name',
    nameHint: 'Thank-you note',
    channel: 'For',
    subject: 'Subject',
    body: 'Text',
    fields: 'Fields, filled in for each person',
    insert: 'Insert {{field}}',
    unknown: '{{fields}} is no field. Choose one of those beside the text, or take the braces away.',
    save: 'Save',
    cancel: 'Cancel',
  },
  write: {
    open: 'Write or call',
    title: 'Write to {{name}}',
    how: 'How',
    with: 'Begin with',
    blank: 'A blank page',
    to: 'To',
    subject: 'Subject',
    body: { email: 'Mail', text: 'Text message', letter: 'Letter', phone: 'What to say' },
    missing: 'Nothing is known for {{fields}}. Write what belongs there, or take it out.',
    unknown: '{{fields}} is no field. Write what belongs there, or take it out.',
    empty: 'Write something first.',
    saidNo: '{{name}} said no to this ({{on}}). Choose another way.',
    noMail: 'There is no mail address of {{name}} yet. Add one on their page.',
    noPhone: 'There is no phone number of {{name}} yet. Add one on their page.',
    badMail: '{{value}} is not an address a mail can go to. Mend it on their page.',
    badPhone: '{{value}} is not a number to ring or write to. Mend it on their page.',
    noAddress: 'There is no postal address yet; the letter prints without one.',
    tooLong: 'This is too long to hand over. Copy it here, then paste it in the program that opens.',
    openMail: 'Open in my mail program',
    openText: 'Open text message',
    copyMail: 'Copy it and open my mail program',
    copyText: 'Copy it and open text message',
    print: 'Print letter',
    savePdf: 'Save as PDF',
    call: 'Call {{number}}',
    called: 'When you have talked, log how it went.',
    notOpened: 'Not opened, so nothing was logged.',
    notPrinted: 'Not printed, so nothing was logged.',
    notCopied: 'It could not be copied. Mark the words yourself and copy them.',
    savedForLackOfPrinter_one:
      'No printer was found, so the letter was saved as {{file}}. Log it when you have sent it.',
    savedForLackOfPrinter_other:
      'No printer was found, so the letters were saved as {{file}}. Log them when you have sent them.',
    saved_one: 'Saved as {{file}}. Log it when you have sent it.',
    saved_other: 'Saved as {{file}}. Log them when you have sent them.',
    manage: 'Texts you use again',
  },
  many: {
    open: 'Write letters',
    title: 'Letters to several people',
    hint: 'Fields are filled in for each person: {{fields}}.',
    preview: 'Letter {{number}} of {{count}}, to {{name}}',
    before: 'The letter before',
    after: 'The next letter',
    leftOut_one: '{{count}} person gets no letter',
    leftOut_other: '{{count}} people get no letter',
    why: {
      neverContact: 'wants no contact',
      private: 'is private',
      saidNo: 'said no to letters',
      missing: 'nothing is known for {{fields}}',
    },
    noAddress_one: '{{count}} letter prints without a postal address: {{names}}',
    noAddress_other: '{{count}} letters print without a postal address: {{names}}',
    tooMany: 'At most {{most}} letters go into one print. These are the first.',
    nobody: 'Choose whom it goes to.',
    nobodyLeft: 'Nobody is left whom this letter could go to.',
    print_one: 'Print {{count}} letter',
    print_other: 'Print {{count}} letters',
  },
  letter: {
    title: 'Letter to {{name}}',
    titleMany_one: '{{count}} letter',
    titleMany_other: 'Letters to {{count}} people',
    folder: 'Letters',
  },
  done: {
    added: 'Added the text {{name}}',
    addedMany_one: 'Added {{count}} text',
    addedMany_other: 'Added {{count}} texts',
    changed: 'Changed the text {{name}}',
    removed: 'Removed the text {{name}}',
  },
}
