/** Text analysis, index and query. See README.md for the algorithm, formats and figures. */
export { analyse, analyserVersion, type Token } from './analysis/analyse';
export { foldedScript } from './analysis/script-folding';
export { fieldNames, type FieldName, type SearchDocument, type SearchFields, valuesOf } from './document';
export { mrr, ndcg, recall, success, type Judgements } from './evaluation/metrics';
export { isVisible } from './lunr/documents';
export { LunrEngine } from './lunr/lunr-engine';
export { exportStaticIndex, openStaticIndex, type StaticIndex } from './lunr/static-index';
export { parseQuery, type ParsedQuery, type QueryClause, type QueryFields } from './query/parse-query';
export { Pins } from './query/pins';
export { queryFields } from './query/query-fields';
export { Synonyms } from './query/synonyms';
export type * from './search-engine';
export { editDistance } from './segment/edit-distance';
export { defaultRanking, type FieldRanking, mostFrequency, type Ranking } from './segment/ranking';
export { SegmentEngine } from './segment/segment-engine';
export { highlight, snippet, type Snippet, type TextPart } from './text/highlight';
export { mostAlike, resemblanceOf } from './text/resemblance';
export { highlightsOf, isInPair, phrasePlaces, unitTokens } from './text/text-matching';
