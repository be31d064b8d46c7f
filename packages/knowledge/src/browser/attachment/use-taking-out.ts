import * as React from '@theia/core/shared/react';
import type { Saving } from '@earshot/writing/lib/browser/editor/use-autosave';
import type { Attachment } from '../../common/attachment/attachment-contract';
import { attachmentLink, withoutAttachment } from '../../common/attachment/attachment-links';
import { articleKind } from '../../common/article/article-kind';
import type { Written } from '../editor/use-article-draft';

type Parts = Readonly<Record<string, string>>;

/** What the files of an article do to the text that is being written. */
export function useTakingOut(session: Saving<Written>['session']): { readonly takeOut: (id: string) => Promise<() => void>; readonly insert: (attachment: Attachment) => void } {
    return React.useMemo(() => {
        const written = (): Written => session.state.get().content;
        const set = (parts: Parts): void => session.edit({ ...written(), content: { ...written().content, parts } });
        return {
            takeOut: async id => {
                const before = written().content.parts;
                const after: Parts = Object.fromEntries(Object.entries(before).map(([part, text]) => [part, withoutAttachment(text, id)]));
                const touched = Object.keys(before).filter(part => after[part] !== before[part]);
                if (touched.length) {
                    set(after);
                    await session.settle();
                }
                // What was written meanwhile stays: a part that has changed does not get its earlier text back.
                return () => {
                    const now = written().content.parts;
                    const back = touched.filter(part => now[part] === after[part]);
                    if (back.length) {
                        set({ ...now, ...Object.fromEntries(back.map(part => [part, before[part]!])) });
                    }
                };
            },
            insert: ({ id, name, width }) => {
                const { kind, parts } = written().content;
                const part = articleKind(kind).parts.find(each => each.form === 'markdown')!.id;
                set({ ...parts, [part]: `${(parts[part] ?? '').trimEnd()}\n\n${attachmentLink({ id, name, picture: width !== null })}\n`.trimStart() });
            }
        };
    }, [session]);
}
