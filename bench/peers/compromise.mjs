// node compromise.mjs TEXTS WARMUP_SECONDS PASSES CHARACTERS: compromise's names and quotations.
import nlp from 'compromise';
import { measure } from './texts.mjs';

measure((text) => {
  const doc = nlp(text);
  return doc.people().length + doc.places().length + doc.organizations().length + doc.quotations().length;
});
