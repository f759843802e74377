/** The words of the messages, and what staff have ready to write. */
export const template = {
  own: 'The municipality’s',
  builtIn: 'The product’s',
  back: 'All messages',
  words: 'Words',
  help: 'The first line is the subject, then each line is a paragraph. [words]({{field}}) is a button, > a quotation; {{#if field}} … {{/if}} shows something only where the field is there.',
  saved: 'Saved: the next message uses it',
  undo: 'Undo the changes',
  toBuiltIn: 'Back to the product’s words',
  fields: 'Fields:',
  preview: 'Preview',
  number: 'Number of a case',
  numberHelp: 'With a real case; what it has not come to yet is a sample. Nothing is sent.',
  history: 'Versions',
  version: 'Version %{version}',
  shipped: 'The product’s words',
  backToBuiltIn: 'the product’s words again',
  take: 'Take these words',
};

export const readyAnswer = {
  take: 'Use a ready answer',
  anyCategory: 'Every category',
  anyStatus: 'Without a choice it is for every state',
};
