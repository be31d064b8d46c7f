import { useQuery } from '@tanstack/react-query';
import * as React from '@theia/core/shared/react';
import { ApiService, apiUrl, useChange, useClient, useService } from '@earshot/core/lib/browser/application';
import type { LinkTitles } from '@earshot/writing/lib/common/markdown/render-markdown';
import type { Attachment } from '../../common/attachment/attachment-contract';
import { knowledgeContract } from '../../common/knowledge-contract';

/** Where the bytes of a file of an article are. */
export const attachmentAddress = (id: string): string => `${apiUrl()}/knowledge/attachments/${id}/content`;

const none: readonly Attachment[] = [];

/** The files of an article; to readers those that it shows. */
export function useAttachments(articleId: string, wanted = true): readonly Attachment[] {
    const client = useClient(knowledgeContract);
    return useQuery({ queryKey: ['article', 'attachments', articleId], enabled: wanted, queryFn: ({ signal }) => client.attachments.list({ id: articleId }, { signal }) as Promise<Attachment[]> }).data ?? none;
}

/** What files are called, by the address that stands in the text. */
export const attachmentTitles = (attachments: readonly Attachment[]): LinkTitles => new Map(attachments.map(each => [`attachment:${each.id}`, each.name]));

/** Adds files to an article, one after the other. @returns a function that adds them and gives each as it has arrived, and the names of those on their way */
export function useAdding(articleId: string): { readonly add: (files: readonly File[], added: (attachment: Attachment) => void) => void; readonly underWay: readonly string[] } {
    const api = useService(ApiService);
    const [underWay, setUnderWay] = React.useState<readonly string[]>([]);
    const send = useChange({
        run: async ({ files, added }: { readonly files: readonly File[]; added(attachment: Attachment): void }) => {
            setUnderWay(before => [...before, ...files.map(each => each.name)]);
            const left = files.map(each => each.name);
            try {
                for (const file of files) {
                    const answer = await api.stream(`/knowledge/articles/${articleId}/attachments?${new URLSearchParams({ name: file.name.slice(-200) })}`, { method: 'POST', body: file, headers: { 'content-type': 'application/octet-stream' } });
                    added(await answer.json() as Attachment);
                    left.shift();
                    setUnderWay(before => without(before, file.name));
                }
            } finally {
                setUnderWay(before => left.reduce(without, before));
            }
        },
        invalidates: [['article', 'attachments', articleId]]
    });
    return { add: (files, added) => send.mutate({ files, added }), underWay };
}

/** One of several with the same name. */
const without = (names: readonly string[], name: string): readonly string[] => names.filter((_, place) => place !== names.indexOf(name));
