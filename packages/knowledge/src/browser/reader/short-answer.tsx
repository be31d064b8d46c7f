import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useClient, useService, useToast } from '@earshot/core/lib/browser/application';
import { AnswerNotes } from '@earshot/core/lib/browser/search/answer-notes';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import { usePageKeys } from '@earshot/core/lib/browser/keyboard';
import { Button } from '@earshot/core/lib/browser/widgets';
import { languageTags } from '@earshot/writing/lib/common/language/language-tags';
import type { ArticleContent } from '../../common/article/article-content';
import { knowledgeContract } from '../../common/knowledge-contract';

export interface ShortAnswerProps {
    readonly articleId: string;
    readonly content: ArticleContent;
    /** Counts as used when it is read out or copied; not while editors look at it. */
    readonly counted?: boolean;
    /** Keys of the page belong to it. */
    readonly keys?: boolean;
}

/** What is said to the customer, large enough to be read while one speaks. */
export function ShortAnswer({ articleId, content, counted = true, keys = false }: ShortAnswerProps): React.ReactElement | null {
    const client = useClient(knowledgeContract);
    const notes = useService(AnswerNotes);
    const toast = useToast();
    const [large, setLarge] = React.useState(false);
    const text = content.parts.short ?? '';
    const count = (how: 'read-out' | 'copied'): void => {
        if (counted) {
            void client.articles.opened({ id: articleId, how }).catch(() => { /* a lost count must not disturb a call */ });
        }
    };
    const readOut = (): void => {
        if (!large) {
            count('read-out');
            if (counted) { notes.note(linkTo('knowledge', 'articles', articleId), 'read-out'); }
        }
        setLarge(!large);
    };
    const copy = async (): Promise<void> => {
        await navigator.clipboard.writeText(text);
        toast(nls.localize('earshot/knowledge/reader/copied', 'Copied.'), { tone: 'good' });
        count('copied');
    };
    usePageKeys(keys && text ? [
        { keys: 'r', title: nls.localize('earshot/knowledge/reader/read-out', 'Read out'), run: readOut },
        { keys: 'c', title: nls.localize('earshot/knowledge/reader/copy', 'Copy the short answer'), run: () => void copy() }
    ] : []);
    if (!text) {
        return null;
    }
    return <section className={`k-short ${large ? 'k-short-large' : ''}`} aria-label={nls.localize('earshot/knowledge/part/short', 'Short answer')}>
        <p lang={languageTags[content.language]}>{text}</p>
        <div className='k-short-actions'>
            <Button icon='megaphone' aria-pressed={large} onClick={readOut}>{nls.localize('earshot/knowledge/reader/read-out', 'Read out')}</Button>
            <Button variant='quiet' icon='copy' onClick={() => void copy()}>{nls.localize('earshot/knowledge/reader/copy-short', 'Copy')}</Button>
        </div>
    </section>;
}
