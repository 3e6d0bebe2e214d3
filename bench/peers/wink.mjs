// node wink.mjs TEXTS WARMUP_SECONDS PASSES CHARACTERS: wink-nlp's full pipeline (sentences, negation, sentiment, parts of speech, names, custom entities).
import winkNLP from 'wink-nlp';
import model from 'wink-eng-lite-web-model';
import { measure } from './texts.mjs';

const nlp = winkNLP(model);
measure((text) => nlp.readDoc(text).entities().length());
