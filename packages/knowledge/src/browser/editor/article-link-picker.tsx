import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useClient } from '@earshot/core/lib/browser/application';
import { Button, Combobox, Dialog, Field } from '@earshot/core/lib/browser/widgets';
import type { ArticleRow } from '../../common/article/article-contract';
import { knowledgeContract } from '../../common/knowledge-contract';
import { articleStateText, languageText } from '../words/article-words';

/** Chooses an article by its title, to link to it. */
export function ArticleLinkPicker({ except, onClose, onChoose }: { readonly except: string; onClose(): void; onChoose(article: ArticleRow): void }): React.ReactElement {
    const client = useClient(knowledgeContract);
    const [chosen, setChosen] = React.useState<ArticleRow | null>(null);
    const submit = (): void => { if (chosen) { onChoose(chosen); } };
    const title = nls.localize('earshot/knowledge/link/title', 'Link to an article');
    return <Dialog title={title} size='small' onClose={onClose} onSubmit={submit} footer={<>
        <Button onClick={onClose}>{nls.localize('earshot/knowledge/new/cancel', 'Cancel')}</Button><Button variant='primary' disabled={!chosen} onClick={submit}>{nls.localize('earshot/knowledge/link/insert', 'Insert')}</Button></>}>
        <Field label={nls.localize('earshot/knowledge/article/title', 'Article')} help={nls.localize('earshot/knowledge/link/help', 'The link follows the article: renaming it changes the words of the link as well.')}>
            <Combobox<ArticleRow> value={chosen} onChange={setChosen} autoFocus search={async (text, signal) => (await client.articles.suggest({ text, limit: 20 }, { signal }) as ArticleRow[]).filter(each => each.id !== except)}
                keyOf={each => each.id} labelOf={each => each.title} detailOf={each => `${languageText(each.language)} · ${articleStateText(each.state)}`} placeholder={nls.localize('earshot/knowledge/link/placeholder', 'Part of the title')} />
        </Field>
    </Dialog>;
}
