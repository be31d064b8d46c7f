import { statements } from '@earshot/core/lib/node/core-migrations';
import type { CommentTable } from '@earshot/writing/lib/node/comment/comment-table';

const said = (table: string): string => `parent_id uuid references training.${table} on delete cascade, passage jsonb, text text not null, author_id uuid not null references core.person,
    created_at timestamptz(3) not null, resolved_at timestamptz(3), resolved_by uuid references core.person`;

export const commentMigration = statements(`
create table training.version_comment (id uuid primary key, version_id uuid not null references training.document_version on delete cascade, ${said('version_comment')});
create index version_comment_version on training.version_comment (version_id, id);
create table training.request_comment (id uuid primary key, request_id uuid not null references training.change_request on delete cascade, ${said('request_comment')});
create index request_comment_request on training.request_comment (request_id, id);
`);

export interface DiscussionTables {
    'training.version_comment': CommentTable & { version_id: string };
    'training.request_comment': CommentTable & { request_id: string };
}
