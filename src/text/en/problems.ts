import { type FileSentences, problemTexts } from '../problem-texts.ts'

const SENTENCES: FileSentences = {
  'too-large': (value, against) => `The file is too large: ${value} characters. The limit is ${against}.`,
  'not-a-district-file': () => 'This is not a district file. A district file begins with “{”.',
  'broken-json': (value) =>
    value === ''
      ? 'The file is not valid JSON here.'
      : `The file is not valid JSON here. It stops at “${value}”.`,
  'cut-short': () => 'The file is not whole. It ends before its content is complete.',
  'key-twice': (value) => `The field “${value}” stands twice in the same object.`,
  'wrong-version': (value, against) =>
    `The file version “${value}” is unknown. This program reads version ${against}.`,
  'missing-field': () => 'The field is missing.',
  'unknown-field': (value) => `The field is unknown. It has the value “${value}”.`,
  'not-text': (value) => `“${value}” must be text.`,
  'not-number': (value) => `“${value}” must be a number.`,
  'not-whole-number': (value) => `“${value}” must be a whole number.`,
  'not-true-or-false': (value) => `“${value}” must be true or false.`,
  'not-list': (value) => `“${value}” must be a list.`,
  'not-object': (value) => `“${value}” must be an object with fields.`,
  'not-a-choice': (value, against) =>
    against === ''
      ? `“${value}” is not a valid choice.`
      : `“${value}” is not a valid choice. Choose between: ${against}.`,
  'too-small': (value, against) =>
    against === ''
      ? `“${value}” is too little.`
      : `“${value}” is too little. The lowest value is ${against}.`,
  'too-big': (value, against) => `“${value}” is too much. The highest value is ${against}.`,
  'span-too-long': (value, against) =>
    `The time that ends “${value}” is too long. It can be at most ${against} hours.`,
  'span-too-short': (value, against) =>
    `The time that ends “${value}” is too short. It must be at least ${against} hours.`,
  'empty-value': () => 'The value is empty. Take it out, or let it stop holding.',
  'empty-text': () => 'The text cannot be empty.',
  'hidden-character': (value) =>
    `The text has characters that do not show. They are written out here: “${value}”. Remove them.`,
  'too-long': (value, against) => `“${value}” is too long. The limit is ${against} characters.`,
  'too-few': (_, against) => `The list has too few items. It must have at least ${against}.`,
  'too-many': (_, against) => `The list has too many items. The limit is ${against}.`,
  'not-an-id': (value) =>
    `“${value}” cannot be an id. Use the letters a–z, digits, hyphen and underscore, at most 64 characters.`,
  'not-a-date': (value) => `“${value}” is not a date in the calendar. Write it as 2027-01-04.`,
  'date-out-of-range': (value, against) =>
    `The date “${value}” is outside what the program reckons with. Use a date in ${against}.`,
  'not-a-day-of-year': (value) => `“${value}” is not a day of the year. Write it as 06-21.`,
  'not-a-time': (value) => `“${value}” is not a time. Write it as 15:30, from 00:00 to 24:00.`,
  'not-an-instant': (value) =>
    `“${value}” is not an instant. Write it as 2027-03-28T08:00+02:00, in the years 1997–2099.`,
  'not-an-email': (value) => `“${value}” is not an email address.`,
  'not-an-hpr-number': (value) => `“${value}” is not an HPR number. It has at most nine digits.`,
  'not-a-municipality-number': (value) => `“${value}” is not a municipality number. It has four digits.`,
  'no-such-municipality': (value) =>
    `No municipality in Norway has the number “${value}” (as divided from 1 January 2024).`,
  'ends-before-start': (value, against) => `“${value}” is not after the start, which is “${against}”.`,
  'dates-overlap': (value, against) =>
    `What holds from “${value}” overlaps with something else in the same list that holds ${against}.`,
  'certain-outside-absence': (value, against) =>
    `The certain start date “${value}” is outside the absence, which is ${against}.`,
  'least-above-most': (value, against) => `At least ${value} duties does not go with at most ${against}.`,
  'id-twice': (value, against) => `The id “${value}” is used before, in ${against}.`,
  'person-twice': (value, against) => `The person “${value}” is entered before, in ${against}.`,
  'hpr-number-twice': (value, against) =>
    `The HPR number “${value}” is entered for another person, in ${against}.`,
  'doctor-twice': (value, against) => `The doctor “${value}” is entered before, in ${against}.`,
  'initials-twice': (value, against) => `The initials “${value}” are used by another doctor, in ${against}.`,
  'municipality-twice': (value, against) => `The municipality “${value}” is entered before, in ${against}.`,
  'window-key-twice': (value, against) => `The key “${value}” is used for another duty, in ${against}.`,
  'date-twice': (value, against) => `The date “${value}” is entered before, in ${against}.`,
  'value-twice': (value) => `“${value}” stands twice in the same list.`,
  'holiday-twice': (value, against) => `The holiday “${value}” is entered before, in ${against}.`,
  'unknown-person': (value) => `The person “${value}” is not entered in “persons”.`,
  'unknown-doctor': (value) => `The doctor “${value}” is not entered in “doctors”.`,
  'unknown-line': (value) => `The line “${value}” is not entered in “lines”.`,
  'unknown-position': (value) => `The position “${value}” is not entered in “positions”.`,
  'unknown-member-municipality': (value) =>
    `The municipality “${value}” is not part of the district. It is not entered in “municipalities”.`,
  'unknown-duty': (value) => `The duty “${value}” does not exist.`,
  'person-without-doctor': (value) => `The person “${value}” is not entered as a doctor in “doctors”.`,
  'windows-overlap': (value, against) =>
    `The duty ${value} overlaps with ${against}. Duties on the same line can overlap by at most 15 minutes.`,
  'piece-outside-window': (value, against) => `The part ${value} is outside the duty ${against}.`,
  'pieces-leave-gap': (value) =>
    `The parts of the duty do not fill the whole duty. There is a gap at ${value}.`,
  'pieces-overlap': (value) => `The part ${value} overlaps with another part of the duty.`,
  'duty-too-long': (value, against) =>
    `The duty that ends ${value} is too long. A duty can last at most ${against} hours.`,
  'override-outside-version': (value) =>
    `The date “${value}” is outside the dates that the template holds for.`,
  'behind-itself': (value) => `The line “${value}” cannot stand behind itself.`,
  'behind-backup': (value) =>
    `The line “${value}” is itself a backup. A backup must stand behind a line that answers first.`,
  'backup-behind-nothing': () => 'A backup line must say which lines it stands behind.',
  'duty-id-differs': (value, against) =>
    `The id “${value}” does not fit the duty’s line and date. It must begin with “${against}”.`,
  'no-such-place': (value, against) =>
    `The duty has no place number ${value}. It has ${against}, counted from 0.`,
  'held-outside-duty': (value) => `Somebody is set outside the time of the duty “${value}”.`,
  'held-twice': (value) => `Two are set at the same place at the same time in the duty “${value}”.`,
  'held-by-nobody': (value) => `The duty “${value}” has a part without both person and position.`,
  'in-closed-period': (value, against) =>
    `“${value}” would hold from ${against}, in a period that is closed. Closed periods keep their values.`,
  'taken-person': (value) =>
    `The id “${value}” is in use already. If it is the same person, id, HPR number and date of birth must be as they stand. Otherwise choose another id.`,
  'taken-hpr-number': (value) =>
    `The HPR number “${value}” is in use already. If it is the same person, id, HPR number and date of birth must be as they stand. Otherwise put the number right.`,
  'double-booked': (value, against) =>
    `The doctor “${value}” has another duty at the same time, in ${against}.`,
}

export const { sentence, place, line } = problemTexts(SENTENCES, {
  place: (line, character) => `line ${line}, character ${character}`,
  whole: 'the whole file',
})
