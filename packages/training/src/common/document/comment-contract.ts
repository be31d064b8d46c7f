import { done, id, operation, z } from '@earshot/core/lib/common/api/operation';
import { comment, commentText, newCommentFields } from '@earshot/writing/lib/common/comment/comment-contract';
import { documentRoute as route } from './document-contract';

/** The passage of a comment on a version stands in this part: its whole text as people write it, without anchors. Any other part is the id of a clause, with its title. */
export const wholeText = 'text';

export const versionCommentOperations = {
    list: operation('document:read').route(route('GET', '/document-versions/{id}/comments', 'What those who write and approve a version say to each other about it; nothing for its readers')).input(z.object({ id })).output(z.array(comment)),
    add: operation('document:read').route(route('POST', '/document-versions/{id}/comments', 'Comment on a version under way, on a clause or passage of it, or in answer to a comment; for those who write and approve it')).input(z.object({ id, ...newCommentFields })).output(comment),
    resolve: operation('document:read').route(route('POST', '/document-comments/{id}/resolution', 'Mark a comment as settled, or as open again')).input(z.object({ id, resolved: z.boolean() })).output(done)
};

export const requestCommentOperations = {
    list: operation('document:read').route(route('GET', '/document-requests/{id}/comments', 'What was said about a request for a change, in order')).input(z.object({ id })).output(z.array(comment)),
    add: operation('document:read').route(route('POST', '/document-requests/{id}/comments', 'Say something about an open request: whoever asked, who writes the document and who approves')).input(z.object({ id, text: commentText })).output(comment)
};
