/**
 * Data: sentences with gaps. `{topic}` is a word of the happening, `{a}` and `{b}` are its people, `{org}` and `{street}` belong to
 * it; the rest is filled anew each time.
 */

export const ENGLISH: readonly string[] = [
  'The {topic} at {org} in {place} was {verbed} on {weekday} after the {adjective} {noun} had been {verbed} twice.',
  '{a}, the {role}, said the {topic} of {org} would cost {number} more than the {noun} that was {verbed} last year.',
  'Nobody in {street} expected that a {adjective} {noun} could stop the {topic} for {number} days.',
  '“We asked for a {noun} and were given a {adjective} {noun2},” {b} told residents of {street} on {weekday}.',
  'According to a {adjective} report, {number} of the {noun}s near {other} were {verbed} before the {topic} arrived.',
  '{b} had {verbed} the {topic} as early as {month}, but the {noun} was never {verbed}.',
  'A {role} from {other} offered {number} crowns for the {noun}, which the owners of the {topic} declined.',
  'The {topic2} stands in {street}, between the {noun} and a {adjective} {noun2}, and both belong to the town of {place}.',
  'Whether the {topic} can stay depends on a {noun} that {a} wants to see {verbed} by {month}.',
  '“It is only a {topic}, but it is our {topic},” said {person}, a {role} who has lived in {place} for {number} years.',
  'In {other}, where a {adjective} {topic2} was {verbed} {number} years ago, the {noun} has since been {verbed}.',
  'Opponents call the plan for {street} a {adjective} {noun}; supporters point to the {number} signatures that {b} collected.',
  'The {noun} of {org} opens at {hour} on {weekday}, and the {topic} will be shown beside the {noun2}.',
  '{person}, who {verbed} the first {topic}, did not want to speak about the {adjective} {noun}.',
  'For {number} months the {topic2} had been kept behind a {noun} in {other}, wrapped in a {adjective} blanket.',
  'An inspector from {org} {verbed} the {noun} and found {number} faults, most of them in the {topic2}.',
  'The works are to end in {month}, {number} weeks later than the {noun} had promised.',
  'Last {weekday} the {role} of {other} walked to {place} to see the {topic} and left a {adjective} {noun}.',
  'Of the {number} people who came, {a} was the only one who had ever {verbed} a {topic}.',
  'The insurer of {org} has {verbed} the claim for the {topic}, while the one for the {noun} was {verbed}.',
  'A second {topic} was delivered to {other} by mistake and {verbed} there by {person}.',
  '{a} plans to write to {org} in {month} and to ask for {number} more {noun2}s.',
  'Without the {topic2}, said {b}, the {adjective} {noun} would have been {verbed} long ago.',
  'The {noun} of {place} met for {number} minutes and {verbed} everything except the {topic}.',
  'What remains of {org} is a {adjective} {noun}, a {noun2} without a roof, and the question of the {topic}.',
  'Children from {other} had drawn the {topic} as a {adjective} {noun} with {number} windows.',
  'The {role} called the {noun} a success, although the {topic2} was {verbed} before noon.',
  'By {hour} the road to {street} was full, and the {noun} had to be {verbed} by hand.',
  '{person} keeps the {topic2} in a {noun} and shows it to anyone who brings a {noun2}.',
  'There will be no {adjective} {noun} this year, the {role} added, and perhaps no {topic} either.',
];

export const GERMAN: readonly string[] = [
  'In {place} ist am {wochentag} nach langer Debatte über das Vorhaben von {org} abgestimmt worden, {zahl} Stimmen waren dafür.',
  '{a} sagte, die Arbeiten würden {zahl} Wochen länger dauern, als die Verwaltung von {other} versprochen hatte.',
  'Niemand habe damit gerechnet, dass der Zaun in {street} schon im {monat} wieder erneuert werden muss.',
  '„Wir haben um eine Leiter gebeten und einen Schirm bekommen“, erzählte {b} am {wochentag} auf dem Markt.',
  'Nach einem Bericht aus {other} wurden {zahl} Rechnungen bezahlt, bevor jemand die Pumpe geprüft hatte.',
  '{person} lebt seit {zahl} Jahren in {place} und hat noch nie einen so vorsichtigen Antrag gesehen.',
  'Der Vertrag mit {org} endet im {monat}, und bis dahin bleibt das Tor zum alten Lagerhaus geschlossen.',
  'Die Gegner von {org} sprechen von einem teuren Gerücht, die Befürworter verweisen auf {zahl} Unterschriften.',
  'Am Ende bleiben ein Dach ohne Regenrinne, eine Glocke ohne Turm und die Frage, wer das alles bezahlt.',
  '{b} will im {monat} an {org} schreiben und um {zahl} weitere Laternen für {other} bitten.',
  'Die Versicherung hat den Schaden am Gewächshaus anerkannt, den an der Treppe dagegen nicht.',
  'Von den {zahl} Gästen war nur {a} mit dem Fahrrad gekommen, alle anderen nahmen die Fähre nach {place}.',
  'Ein zweites Paket wurde irrtümlich nach {other} geliefert und dort von {person} geöffnet.',
  'Ob der Fußweg nach {street} bleiben darf, hängt von einem Gutachten ab, das {a} bis {monat} vorlegen soll.',
  'Kinder aus {other} hatten den Bahnhof als Schiff mit {zahl} Fenstern gemalt, das Bild hängt nun im Rathaus.',
  'Die Sitzung in {street} dauerte {zahl} Minuten, danach war alles beschlossen außer der Farbe der Tür.',
];

export const MONTHS = `January February March April May June July August September October November December`.split(
  ' ',
);
export const MONATE = `Januar Februar März April Mai Juni Juli August September Oktober November Dezember`.split(' ');
export const WOCHENTAGE = `Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag`.split(' ');
