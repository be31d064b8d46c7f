/** Text analysis, index and query. See README.md for the algorithm, formats and figures. */
export { analyse, analyserVersion, type Token } from './analysis/analyse';
export { foldedScript } from './analysis/script-folding';
export { fieldNames, type FieldName, type SearchDocument, type SearchFields } from './document';
export { mrr, ndcg, recall, success, type Judgements } from './evaluation/metrics';
export { LunrEngine } from './lunr/lunr-engine';
export { exportStaticIndex, openStaticIndex, type StaticIndex } from './lunr/static-index';
export { parseQuery, type ParsedQuery, type QueryClause, type QueryFields } from './query/parse-query';
export { queryFields } from './query/query-fields';
export type * from './search-engine';
export { defaultRanking, type FieldRanking, type Ranking } from './segment/ranking';
export { SegmentEngine } from './segment/segment-engine';
export { highlight, snippet, type Snippet, type TextPart } from './text/highlight';
