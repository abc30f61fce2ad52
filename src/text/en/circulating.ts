import type { CommentState } from '../../core/rota/draft.ts'
import { count } from './format.ts'

/** Sentences of a draft's name and life, and of the comments of those it was sent to. */
export const life = {
  title: 'Name, comments and discarding',
  name: 'Name',
  rename: 'Save the name',
  discard: 'Discard the draft',
  discardLead: 'The draft is taken off the list. Nothing is deleted, and you can bring it back.',
  discarded: 'The draft is discarded. It cannot be changed or published unless you bring it back.',
  bringBack: 'Bring back',
  bringBackOf: (name: string) => `Bring back “${name}”`,
  listTitle: 'Discarded drafts',
  back: 'Back to the draft',
}

export const circulate = {
  title: 'Send out for comments',
  lead: 'The doctors in the district can read the draft and write comments to you. They see who has which duties, but not the hours, wishes or absences of others. You can take it back whenever you like.',
  message: 'Message to the doctors',
  messageHelp: 'For example what you particularly want answers to. May be left empty.',
  answerBy: 'Answer by',
  answerByHelp: 'Last day for comments. May be left empty.',
  send: 'Send out for comments',
  isOut: 'The draft is out for comments.',
  address: 'Link for the doctors',
  addressHelp: 'Send the link to the doctors. They must sign in to read.',
  see: 'See what the doctors see',
  takeBack: 'Take back from comments',
  takeBackLead: 'The doctors can then no longer read the draft. Their comments stay.',
  seeComments: 'See the comments',
  comments: (amount: number, fresh: number) =>
    fresh === 0
      ? count(amount, 'comment', 'comments')
      : `${count(amount, 'comment', 'comments')}, ${count(fresh, 'new', 'new')}`,
}

/** The page that doctors read. */
export const reading = {
  title: 'Drafts out for comments',
  lead: 'Drafts that the coordinator wants comments on. None of the duties hold before they are published.',
  none: 'No drafts are out for comments now.',
  notYet: 'This is a draft. The duties do not hold before they are published.',
  answerBy: (date: string) => `Answer by ${date}.`,
  preview: 'This is how the doctors see the draft. It has not been sent out.',
  previewOut: 'This is how the doctors see the draft.',
  own: 'Your duties in the draft',
  ownNone: 'You have no duties in this draft.',
  all: 'The whole draft',
  commentOn: 'Comment',
  commentOnLabel: (duty: string) => `Comment on ${duty}`,
}

export const comments = {
  title: 'Comments',
  own: 'Your comments',
  none: 'No comments yet.',
  write: 'Write a comment',
  about: 'What is it about?',
  whole: 'The whole draft',
  text: 'Comment',
  help: 'Only the coordinator reads it. At most 500 characters.',
  send: 'Send the comment',
  by: (name: string, when: string) => `${name}, ${when}`,
  somebody: 'Somebody without a doctor’s name',
  states: { new: 'new', seen: 'seen', 'dealt-with': 'dealt with' } satisfies Record<CommentState, string>,
  mark: { new: 'Mark as new', seen: 'Mark as seen', 'dealt-with': 'Mark as dealt with' } satisfies Record<
    CommentState,
    string
  >,
  markLabel: (mark: string, name: string) => `${mark}: comment from ${name}`,
  see: 'See the duty in the draft',
  onWhole: 'On the whole draft',
}
