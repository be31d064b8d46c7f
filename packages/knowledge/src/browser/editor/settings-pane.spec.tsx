import * as React from '@theia/core/shared/react';
import { click } from '@earshot/core/lib/browser/testing/render-widget';
import { afterEach, expect, it } from 'vitest';
import type { ArticleContent } from '../../common/article/article-content';
import { type KnowledgePage, renderKnowledge, sampleArticle, sampleRevision, until } from '../testing/knowledge-page';
import { SettingsPane } from './settings-pane';

let page: KnowledgePage;
afterEach(() => page.unmount());

function Settings({ audience, onKept }: { readonly audience: readonly string[]; onKept(content: ArticleContent): void }): React.ReactElement {
    const [content, setContent] = React.useState<ArticleContent>({ ...sampleRevision().content, audience });
    return <SettingsPane article={sampleArticle({ mayWrite: false })} content={content} note='' readOnly={false} onNote={() => { }} onChange={change => {
        setContent({ ...content, ...change });
        onKept({ ...content, ...change });
    }} />;
}
const removal = (name: string) => page.element.querySelector<HTMLElement>(`[aria-label="Remove ${name}"]`);

it('opens a confidential draft to nobody when the last of its audience is taken away, and says so', async () => {
    const kept: (readonly string[])[] = [];
    page = await renderKnowledge(<Settings audience={['role:approver', 'role:trainer']} onKept={each => kept.push(each.audience)} />, { 'articles.audiences': [{ word: 'role:approver', kind: 'role', code: 'approver', name: null }, { word: 'role:trainer', kind: 'role', code: 'trainer', name: null }] });
    await until(() => page.element.querySelectorAll('[aria-label^="Remove "]').length >= 3);
    const words = () => [...page.element.querySelectorAll<HTMLElement>('[aria-label^="Remove "]')].map(each => each.getAttribute('aria-label')!.slice('Remove '.length)).filter(each => each !== 'loss');
    for (const name of words()) {
        await click(removal(name)!);
    }
    expect(kept).toEqual([['role:trainer'], []]);
    expect(words()).toEqual([]);
    expect(page.element.querySelector('.e-field-error')?.textContent).toBe('Nobody but who writes it or answers for it, until you choose.');
});
