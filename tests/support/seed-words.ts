// The names, firms and notes large data sets are made of: many countries' letters, nobody real.

export const givenNames =
  `Aaliyah Abel Adaeze Adrián Agnieszka Aiko Alasdair Alma Amadou Amélie Ana Anders Ángel Anh Anika Arjun Astrid Aurora
Beatriz Benedikt Bettina Bilal Birgit Björn Bogdan Brenda Bruno Camille Carlos Carmen Cecília Chiara Chloé Clara Colm
Dagmar Daniela Darius Delphine Dennis Diego Dimitri Đorđe Dorothea Edgar Eilidh Elena Elif Émile Emma Enrique Erik
Esther Ewa Fatima Felix Fernanda Fiona Florian Franziska Freya Gabriel Gemma Georgios Giulia Grace Gustav Hana Harriet
Hélène Henrik Hiroshi Hugo Ibrahim Ida Ilse Imani Ines Ingrid Isabella Ivan Jacques Jan Jasmine Javier Jelena Joanna
João Jonas Josephine Jürgen Kamal Karin Katarzyna Kenji Kerstin Khadija Klaus Kwame Lara Lars Laszlo Leila Lena Léo
Liam Linnea Louise Luca Lucía Ludwig Łukasz Mads Magdalena Maja Malik Manuel Margarita María Marta Matteo Maya Mehmet
Mei Michał Mira Moritz Nadia Naomi Nathan Nikolai Nina Noor Odile Ole Olga Oliver Omar Ondřej Oskar Paloma Pascal Paula
Pedro Petra Philippa Piotr Priya Quentin Rafael Ramona Ravi Regina René Ricardo Rosa Ruth Saoirse Samuel Sanjay Saskia
Sébastien Selma Sigrid Silvia Simone Søren Sofia Stefan Sunita Svetlana Tamar Teresa Thandiwe Theo Tiago Tomasz Tuva
Ulrike Ursula Valentina Vera Victor Vigdís Wanda Wei Wilhelm Xavier Yara Yasmin Yosef Yuki Yusuf Yvonne Zainab Zoë`.split(
    /\s+/,
  )

const familyStarts =
  `Aber Acker Alder Ander Arm Ash Aver Back Bald Bar Baum Beck Bell Berg Birch Black Blom Bott Brand Breck Brook Burn
Calder Carl Castle Chan Clay Cole Cop Cran Cross Dahl Dal Dan Der Dorn Dov Drum Dun Eber Eck Eisen Elm Engel Esk Ever
Fal Farn Feld Fen Fisch Fjord Flor Fors Fre Gar Gel Gil Gold Gran Grön Grun Hag Hal Hart Haw Heim Her Hill Holm Horn
Hul Iver Jar Jen Kalt Karl Kel Kir Kling Kol Kron Lam Lang Lar Lau Lind Lock Lund Mal Mar Mel Mil Moor Mos Mül Nair Nel
Nor Oak Ol Oster Pal Par Pen Pet Pol Quin Rand Red Reich Rid Ros Rud Sal San Schön Sel Sil Sol Stein Stor Sun Tal Tar
Thor Til Tor Ul Val Van Ver Vil Wal War Wei West Whit Wil Win Wol Yar Zel Zim`.split(/\s+/)
const familyEnds =
  `berg son mann stad wick ley ton ford field dale worth stein bauer quist gren ström lund skog ova enko ević ez es ini
etti ard eau land wood man smith er ström ski czyk ić ou pour zadeh moto mura kawa`.split(/\s+/)

/** Some 5,000 family names, so that in 100,000 people a few share one and none is everybody's. */
export const familyNames = familyStarts.flatMap((start) => familyEnds.map((end) => start + end))

export const firmWords =
  `Harbor Lantern Meadow Juniper Copper Willow Granite Orchard Bluebird Saddle Anchor Maple Cedar Thistle Falcon Quarry
Linden Amber Compass Foundry Heron Mill Prairie Sparrow Summit Velvet Walnut Beacon Clover Driftwood`.split(
    /\s+/,
  )
export const firmKinds =
  `Dental|Inn|Weddings|Law|Bakery|Library Friends|Yoga|Architects|Clinic|Gallery|Rotary Club|Books|Vets|Bank|Events|
School|Brewing|Interiors|Photography|Realty`.split(/\|\s*/)

export const noteParts = {
  starts:
    `Asked about|Left word about|Brought|Sent|Talked through|Showed|Quoted for|Promised|Dropped off|Heard about|
Measured for|Thanked for|Wondered about|Picked up`.split(/\|\s*/),
  things: `museum glass|the walnut frame|two oak samples|a shadow box|the christening gown|a family portrait|
the lobby prints|archival mats|the regatta poster|a mirror|the diploma wall|wedding photographs|a watercolour|
the team jersey|silk embroidery|an old map|the waiting room pictures|the mural sketch`.split(/\|\s*/),
  ends: `for the new office|before the holidays|in two sizes|with a linen mat|and the price|for her mother|by Thursday|
after the move|for the lobby|as a gift|to match the last one|with non-glare glass|for the anniversary|next season|
but no hurry|and would like to see it|for the café wall|from the attic`.split(/\|\s*/),
}

export const sources = [
  'walked in',
  'a friend',
  'search',
  'chamber breakfast',
  'spring fair',
  'flyer',
  'school auction',
  '',
]
