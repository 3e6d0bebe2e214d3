// Cuts a text at every edge of a claim or a mention, so that overlapping spans can be shown as plain nested-free elements.

/**
 * Pieces of [start, end) in text order. Each says which claims' content covers it, which claims' speaker or cue it is,
 * and the mention it belongs to. Offsets are UTF-16, end-exclusive, as JavaScript counts.
 */
export function segments(start, end, spans) {
  const inside = spans.filter((span) => span.start < end && span.end > start);
  const edges = [...new Set([start, end, ...inside.flatMap((span) => [Math.max(span.start, start), Math.min(span.end, end)])])].sort((a, b) => a - b);
  return edges.slice(0, -1).map((from, i) => {
    const over = inside.filter((span) => span.start <= from && span.end > from);
    return {
      start: from,
      end: edges[i + 1],
      content: over.filter((span) => span.kind === 'content').map((span) => span.claim),
      voice: over.filter((span) => span.kind === 'voice').map((span) => span.claim),
      passage: over.some((span) => span.kind === 'passage'),
      mention: over.find((span) => span.kind === 'mention') ?? null,
    };
  });
}

/** All spans of an article that the reader shows; `passage` is one more that the address asks for. */
export function spansOf(article, passage) {
  const spans = passage ? [{ kind: 'passage', ...passage }] : [];
  for (const claim of article.claims) {
    for (const { start, end } of claim.content) spans.push({ kind: 'content', start, end, claim: claim.id });
    for (const part of [claim.speaker, claim.cue]) if (part) spans.push({ kind: 'voice', start: part.start, end: part.end, claim: claim.id });
  }
  for (const entity of article.entities) {
    for (const mention of entity.mentions) spans.push({ kind: 'mention', start: mention.start, end: mention.end, entity, named: mention.kind === 'name' });
  }
  return spans;
}

/**
 * The blocks of an article with the text between them, so that together they are the whole text:
 * what stands before the first block belongs to it, what follows a block belongs to that block.
 */
export function wholeBlocks(article) {
  const blocks = article.blocks.length > 0 ? article.blocks : [{ role: 'body', start: 0, end: article.text.length }];
  return blocks.map((block, i) => ({
    ...block,
    start: i === 0 ? 0 : block.start,
    end: i + 1 < blocks.length ? blocks[i + 1].start : article.text.length,
  }));
}
