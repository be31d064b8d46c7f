import type { Moment, OptionalMoment } from '@earshot/core/lib/node/storage/core-tables';

/** A file of an article. Its bytes never change: what approves a text that shows it approves them with it. */
export interface AttachmentTable {
    id: string;
    /** Where it was added; null once that article is gone, or before an import has made it. */
    article_id: string | null; import_id: string | null; blob_hash: string; name: string; media_type: string; bytes: number; width: number | null; height: number | null; person_id: string | null; created_at: Moment; removed_at: OptionalMoment;
}

/** Which revision shows which files: whoever may see the revision may see them. */
export interface RevisionAttachmentTable { revision_id: string; attachment_id: string }

export interface AttachmentTables { 'knowledge.attachment': AttachmentTable; 'knowledge.revision_attachment': RevisionAttachmentTable }

export const attachmentStatements = [
    `create table knowledge.attachment (
        id uuid primary key, article_id uuid references knowledge.article on delete set null, import_id uuid references knowledge.article_import on delete set null, blob_hash text not null references core.blob (hash), name text not null,
        media_type text not null, bytes bigint not null, width integer, height integer, person_id uuid references core.person, created_at timestamptz(3) not null, removed_at timestamptz(3))`,
    'create index attachment_article on knowledge.attachment (article_id)', 'create index attachment_import on knowledge.attachment (import_id) where import_id is not null', 'create index attachment_blob on knowledge.attachment (blob_hash)',
    'create table knowledge.revision_attachment (revision_id uuid not null references knowledge.revision on delete cascade, attachment_id uuid not null references knowledge.attachment, primary key (revision_id, attachment_id))',
    'create index revision_attachment_attachment on knowledge.revision_attachment (attachment_id)',
    `create function knowledge.keep_attachment() returns trigger language plpgsql as $$
    begin
        if (new.id, new.blob_hash, new.media_type) is distinct from (old.id, old.blob_hash, old.media_type) then
            raise exception 'A file that may have been approved is never another one.' using errcode = 'restrict_violation';
        end if;
        return new;
    end $$`,
    'create trigger attachment_kept before update on knowledge.attachment for each row execute function knowledge.keep_attachment()'
];
