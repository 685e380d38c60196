// Words of the help (F1): a page for each screen. The first line says what it is for, each other line is one point.

export const help = {
  pages: 'Pages',
  firstHour: 'The first hour',
  sheetLetters: 'Letters on the call sheet',
  keys: 'Keys',
  person: 'A person’s page',
  lettersLead:
    'Circle what happened; the same letters log a touch on Today and on a person’s page. A row may have one of each kind.',

  page: {
    today: `Whom to see today, and why. Owed: what you promised, who asked, who expects your call, on your list or not. Good time: a date of theirs. Their turn: who has waited longest.
Go up and down with the arrows. M, T, V, E or N logs how it went with the one marked; Q a quote, W a sale. After N, the arrows choose how you tried.
K says that nothing is to be answered. Z lets a turn wait; what you promised does not wait.
Enter opens their page.
Beside the list: whom to thank, whom to greet on a date of theirs, who comes back after being parked, whom to look at again, where customers gather, and what comes.
Look again only proposes. Keep, Park, Drop and a date are yours to choose.
Three steps past their day or more: Clear the pile gives all of them new days, once you have looked them over.
On a closed day only promises and thanks are due. When the list is done it says so; whoever waits for another day is not lost.`,
    focusList: `The few worth courting now. The list is short on purpose: who is on it is seen.
Each row says why them, in words; your own always stand there. Small beside it: where it stands.
After a touch a turn comes in ten open days, after a try in three. Y on a row says why it stands above the next. Pin puts somebody first among those of its kind.
The ring counts touches that arrived. A call nobody answered is not one.
The menu of a row says how somebody leaves: bought, bought elsewhere, parked until a day, dropped, or never to be contacted, and why.
When the list is full and one more comes, you choose who leaves, or keep the new one for a later day. Everyone stays in People.
Parked shows who returns and when. Who left counts the reasons over time; each number opens the people behind it.`,
    callSheet: `The week on one sheet of paper, to carry, circle and write on.
Propose fills it: what you promised first, then who waits for you, whose date it is and whose turn, as the hours hold.
K on a row: nothing to answer, or what you promised is done.
Click any words to change them. Alt and the arrows move a row; × takes it off.
Below the calls stand those to greet when they come in: no number to call, or a visit is how.
Type back on Friday, one line a row: 3 tu v +7 left msg. Nothing is saved before you say so; then all of it, with one undo.
When two of you work, write who behind the letters: 3 tu v by Ann left msg. The names stand in Settings.
A line for a row and day typed before takes its place; another day adds a touch.
Print it, or save it as a PDF. After printing the numbers stay, so that paper and screen agree.
The counter page has blank lines for whoever walks in. It needs no list and no week.
People who are private or asked not to be contacted are never on paper, nor named there.
Not for paper, on a note or a touch, keeps its words off everything that prints. The screen still shows them.`,
    people: `Everyone you know, found by a few letters of a name, firm, number, mail or note. Accents do not matter.
Arrows and Page Up or Page Down go through the list; Enter opens a person.
Filter shows those with one standing, source, place or firm, or by their last touch, next step or parking.
Firms and households gather people who belong together; Places, where they meet.
Two records that look like one person are offered to compare. Making them one can be undone.
Import brings a file from a phone, a mail program or a spreadsheet.
Whoever you remove goes to the bin and can be brought back for 30 days. Whoever you erase is gone for good, and no import brings them back.`,
    person: `One person: who they are at the left, what passed between you in the middle, what comes next at the right.
Write in the box to log a touch: choose how it went, say what was said, set the next step.
The Know card at the left holds five questions. Click to answer. Leave open what you do not know; it is what to ask next, here and on the sheet.
When reads a time out of plain words, such as January to March, and they come up when it is near.
Worth our time? takes Y, N or D for each of six questions. A no to the first three proposes to drop them.
Under the name stands how they stand with you, from Known to Advocate, and what is missing for the next.
Mark a next step as promised when you told them. Promises come first everywhere.
Opened from a list, Alt and the arrows go to the one before or after, the log box ready. On a list, Alt and the down arrow opens whoever is next.
Private keeps them out of lists, suggestions and paper. Never contact keeps them off every list and every sheet.`,
    places: `Where your customers gather: a market, a club, a breakfast, a school, a group online.
Write who of yours goes there and when the next occasion is. A week ahead it stands on Today, with what to bring.
When you have been there, log the visit: what you brought, and whom you met. Each of them gets a touch; minutes and cost stay with the visit.
Mark We talked for whoever you spoke with face to face. The ring counts those, not a room full of people.
An occasion you missed asks once on its page whether you went, and nowhere else.`,
    texts: `Words you send again and again: a thank-you letter, a mail after a quote, what to say on the phone.
Fields in braces are filled in for each person. Choose them beside the text, and see them filled before anything is sent.
Write or call, on a person’s page, opens your own mail, text or telephone program, or prints a letter with room to sign.
Write letters, on People, prints one to each of several: whoever the list shows once it is narrowed, a place’s people, the focus list. Who said no, or for whom a field is unknown, is left out and listed. It is logged as one mailing.
What was opened or printed is logged at once, and Undo takes it back. A call is logged by you, because only you know how it went.
Nothing is offered to anybody who asked not to be contacted, nor by a way they said no to.`,
    import: `Bring people in from files: vCard (.vcf) from phones and mail programs, CSV from spreadsheets.
Before anything is saved you see what each column means and what the first people look like.
Someone who is there already is filled up, not doubled.
Lines that could not be read are listed with the reason. Nothing is lost.
An import can be taken back later: what you have changed since stays.`,
    firstHour: `From an empty file to a sheet worth printing, in a quarter of an hour.
Bring people from your phone or mail program, or type in a paper list. Enter goes on to the next line.
Look over three answers: shop name, open days and hours, country and paper.
Pick the few, one key each: F focus, L later, P private; N keeps a note off paper. Stop when you like; it goes on where you stopped.
Why now is optional. It is printed as the reason until something better happens.
The sample shop is a made-up framer in a file of its own. Look around, change anything, and leave; your own file is not touched.`,
    referrals: `Who named whom, who is owed a thank you, and what came of each name.
When somebody names a friend, log it with R. Then write the friend’s name, or leave it for later.
Thank for the name, not for the sale, best within two days.
Tell who named them that you were in touch, never what they bought.
What came of a name is read from what happened, so there is nothing to keep up.`,
    backup: `A copy of your file in a folder you choose, best on a stick or a second disk.
It counts only after it was opened again and found equal. The date at the foot of the sidebar is that day.
Check reads every row of your file or of a backup and says whether it is whole.
Restore shows both sides first. The file you have now is set aside, not thrown away.`,
    settings: `What Regulars goes by: your shop, its days and hours, how many you can look after, and how it looks.
Each change is saved at once. Ctrl Z takes it back.
Closed periods are holidays: the sheet leaves those days out and plans no hours for them.
Country decides how telephone numbers are read. Currency is best chosen before the first amount.
Everything stays on this computer. Nothing is sent anywhere.`,
  },
}
