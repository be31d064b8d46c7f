import * as React from '@theia/core/shared/react';
import { nls } from '@theia/core/lib/common/nls';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { languages } from '../../common/access/session-contract';
import { coreContract } from '../../common/core-contract';
import { useClient, useErrorText } from '../application/context';
import { Notice } from '../widgets/notice';
import { Skeleton } from '../widgets/progress';
import { RelativeTime } from '../widgets/relative-time';
import { MarkedText } from './marked-text';
import { FoundState } from './panel-option';

export interface PanelPreviewProps {
    readonly kind: string;
    readonly id: string;
    /** What was typed. */
    readonly text: string;
}

/** The whole of what is marked in the list, to be read without leaving the page. */
export function PanelPreview({ kind, id, text }: PanelPreviewProps): React.ReactElement {
    const client = useClient(coreContract);
    const errors = useErrorText();
    const body = React.useRef<HTMLDivElement>(null);
    const { data, error } = useQuery({
        queryKey: [kind, 'preview', id, text], queryFn: ({ signal }) => client.search.preview({ id, text, language: languages.find(each => each === nls.locale) ?? 'en' }, { signal }), placeholderData: keepPreviousData, retry: false
    });
    React.useEffect(() => { body.current?.querySelector('mark')?.scrollIntoView?.({ block: 'center' }); }, [data]);
    return <section className='e-find-preview' aria-label={nls.localize('earshot/core/search/preview', 'Preview')} tabIndex={0}>
        {error ? <Notice tone='critical'>{errors.describe(error)}</Notice> : !data ? <Skeleton /> : <div ref={body} lang={data.language}>
            <h2><MarkedText parts={data.title} /></h2>
            <p className='e-find-facts'><FoundState row={data} /> {data.category && <span>{data.category.name}</span>} <RelativeTime moment={data.updatedAt} /></p>
            {data.questions.length > 0 && <ul className='e-find-questions'>{data.questions.map((each, index) => <li key={index}><MarkedText parts={each} /></li>)}</ul>}
            <div className='e-find-text'><MarkedText parts={data.text} />{data.cut && ' …'}</div>
            {data.tags.length > 0 && <p className='e-find-facts'>{data.tags.join(' · ')}</p>}
        </div>}
    </section>;
}
