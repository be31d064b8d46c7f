import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { useService } from '@earshot/core/lib/browser/application';
import { PageRegistry, useNavigate } from '@earshot/core/lib/browser/navigation';
import { type LinkTitles, renderMarkdown } from '../../common/markdown/render-markdown';
import { safeHtml } from './sanitise';

export interface MarkdownViewProps {
    readonly text: string;
    /** What linked entities are called; while they are not known yet, links stand without judgement. */
    readonly titles?: LinkTitles;
    readonly language?: string;
    /** Where the bytes of a file are that is kept with the text; without it, such files are named but not shown. */
    fileAddress?(id: string): string;
}

/** Markdown as people read it. Links within the suite open here. */
export function MarkdownView({ text, titles, language, fileAddress }: MarkdownViewProps): React.ReactElement {
    const registry = useService(PageRegistry);
    const navigate = useNavigate();
    const html = React.useMemo(() => safeHtml(renderMarkdown(text, titles)), [text, titles]);
    const element = React.useRef<HTMLDivElement>(null);
    React.useLayoutEffect(() => {
        for (const link of element.current?.querySelectorAll<HTMLAnchorElement>('a[data-entity]') ?? []) {
            const path = registry.pathOf(link.dataset.entity!);
            if (path && !link.dataset.gone) {
                link.href = `#${path}`;
            } else {
                link.removeAttribute('href');
                link.title = nls.localize('earshot/writing/markdown/gone', 'This does not exist any more, or you may not see it.');
            }
        }
    }, [html, registry]);
    React.useLayoutEffect(() => {
        for (const picture of element.current?.querySelectorAll<HTMLImageElement>('img[data-attachment]') ?? []) {
            picture.loading = 'lazy';
            picture.onerror = () => { picture.className = 'w-picture-gone'; };
            const address = fileAddress?.(picture.dataset.attachment!);
            if (address && picture.getAttribute('src') !== address) {
                picture.src = address;
            }
        }
        for (const link of element.current?.querySelectorAll<HTMLAnchorElement>('a[data-attachment]') ?? []) {
            const address = fileAddress?.(link.dataset.attachment!);
            if (address) {
                link.href = address;
                link.download = '';
            } else {
                link.removeAttribute('href');
            }
        }
    }, [html, fileAddress]);
    const open = (event: React.MouseEvent): void => {
        const link = (event.target as HTMLElement).closest<HTMLAnchorElement>('a[data-entity]');
        if (link && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
            event.preventDefault();
            if (link.hasAttribute('href')) {
                void navigate(link.dataset.entity!);
            }
        }
    };
    return <div ref={element} className='w-markdown' lang={language} onClick={open} dangerouslySetInnerHTML={{ __html: html }} />;
}
