import { fieldNames } from '../document';
import type { QueryFields } from './parse-query';

/** What may be typed before a colon. */
export const queryFields: QueryFields = Object.fromEntries([
    ...fieldNames.map(each => [each, each]),
    ['question', 'questions'], ['tag', 'tags'],
    ['标题', 'title'], ['標題', 'title'], ['问题', 'questions'], ['問題', 'questions'], ['标签', 'tags'], ['標籤', 'tags'], ['正文', 'text'], ['內文', 'text']
]);
