// What the API's terms are called on the page.

/** Verb, noun and tone of each modality; the tone picks the badge's colour. */
const MODALITIES = {
  assert: ['says', 'Statement', 'plain'],
  deny: ['denies', 'Denial', 'red'],
  warn: ['warns', 'Warning', 'amber'],
  predict: ['predicts', 'Prediction', 'amber'],
  demand: ['demands', 'Demand', 'violet'],
  propose: ['proposes', 'Proposal', 'blue'],
  promise: ['promises', 'Promise', 'blue'],
  accuse: ['accuses', 'Accusation', 'red'],
  doubt: ['doubts', 'Doubt', 'grey'],
  hope: ['hopes', 'Hope', 'green'],
  agree: ['agrees', 'Agreement', 'green'],
  reject: ['rejects', 'Rejection', 'red'],
  question: ['asks', 'Question', 'grey'],
  evaluate: ['judges', 'Judgement', 'violet'],
  unconfirmed: ['not confirmed', 'Unconfirmed', 'grey'],
};

const FORMS = { direct: 'Direct quote', indirect: 'Reported', mixed: 'Partly quoted' };
const TYPES = { Person: 'Person', Organization: 'Organisation', Place: 'Place', UnnamedSource: 'Unnamed source', Other: 'Other' };
const BASES = { given: 'as given by the file', dateline: 'from the dateline', inferred: 'inferred from the text', unknown: '' };
const STATES = { pending: 'Being read', done: 'Queryable', notExtracted: 'Stored without claims', failed: 'Failed', deleted: 'Deleted' };

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const TIME = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
const COUNT = new Intl.NumberFormat('en-GB');

/** What contradicts a claim, where it is about the same and by somebody else. */
export const CONTRADICTING = 'deny,doubt,reject';

export const modalities = Object.entries(MODALITIES).map(([value, [, noun]]) => [value, noun]);
export const forms = Object.entries(FORMS);
export const verbOf = (modality) => MODALITIES[modality]?.[0] ?? modality;
export const nounOf = (modality) => MODALITIES[modality]?.[1] ?? modality;
export const toneOf = (modality) => MODALITIES[modality]?.[2] ?? 'plain';
export const formOf = (form) => FORMS[form] ?? form;
export const typeOf = (type) => TYPES[type] ?? type;
export const basisOf = (basis) => BASES[basis] ?? basis;
export const stateOf = (state) => STATES[state] ?? state;

/** An ISO day or instant as people write days; the text itself when it is neither. */
export function day(iso) {
  const date = new Date(iso.length === 10 ? `${iso}T00:00:00Z` : iso);
  return Number.isNaN(date.getTime()) ? iso : DAY.format(date);
}

export const moment = (iso) => TIME.format(new Date(iso));
export const number = (value) => COUNT.format(value);
export const plural = (value, one, many = `${one}s`) => `${number(value)} ${value === 1 ? one : many}`;
