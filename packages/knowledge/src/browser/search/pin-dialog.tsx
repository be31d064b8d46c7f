import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient } from '@earshot/core/lib/browser/application';
import { Button, Chip, Combobox, Dialog, Field, FormErrors, TextArea, useProblems } from '@earshot/core/lib/browser/widgets';
import { coreContract } from '@earshot/core/lib/common/core-contract';
import { linkTo } from '@earshot/core/lib/common/linking/entity-link';
import type { Pin } from '@earshot/core/lib/common/search/search-contract';
import type { ArticleRow } from '../../common/article/article-contract';
import { knowledgeContract } from '../../common/knowledge-contract';
import { articleStateText, languageText } from '../words/article-words';
import { wordsOf } from './what-changes';

const mostAnswers = 10;

/** What comes first for certain queries. @param queries to begin with */
export function PinDialog({ pin, queries = [], onClose }: { readonly pin?: Pin; readonly queries?: readonly string[]; onClose(): void }): React.ReactElement {
    const core = useClient(coreContract);
    const client = useClient(knowledgeContract);
    const [text, setText] = React.useState((pin?.queries ?? queries).join('\n'));
    const [answers, setAnswers] = React.useState<readonly { readonly link: string; readonly title: string | null }[]>(pin?.answers ?? []);
    const asked = wordsOf(text);
    const input = { queries: [...asked], links: answers.map(each => each.link) };
    const save = useChange({ run: () => pin ? core.search.changePin({ id: pin.id, version: pin.version, ...input }) : core.search.addPin(input), invalidates: [['pinned-answer'], ['search-gap']], failures: 'form', then: onClose });
    const problem = useProblems(save.error);
    const ready = asked.length > 0 && answers.length > 0;
    const add = (article: ArticleRow | null): void => {
        const link = article && linkTo('knowledge', 'articles', article.id);
        if (article && link && !answers.some(each => each.link === link)) {
            setAnswers([...answers, { link, title: article.title }]);
        }
    };
    return <Dialog title={pin ? nls.localize('earshot/knowledge/search-care/pin-change', 'Change what comes first') : nls.localize('earshot/knowledge/search-care/pin-add', 'Put an answer first')} onClose={onClose} onSubmit={() => { if (ready) { save.mutate(undefined); } }} footer={<>
        <Button onClick={onClose}>{nls.localize('earshot/knowledge/new/cancel', 'Cancel')}</Button><Button variant='primary' disabled={!ready} busy={save.isPending} onClick={() => save.mutate(undefined)}>{nls.localize('earshot/knowledge/categories/save', 'Save')}</Button></>}>
        <FormErrors error={save.error} fields={['queries', 'links']} />
        <Field label={nls.localize('earshot/knowledge/search-care/queries', 'When somebody searches for')} help={nls.localize('earshot/knowledge/search-care/words-help', 'One a line, or with commas between them.')} error={problem('queries')} required><TextArea value={text} onChange={setText} rows={3} autoFocus={asked.length === 0} /></Field>
        {answers.length > 0 && <div className='k-chips'>{answers.map((each, index) => <Chip key={each.link} onRemove={() => setAnswers(answers.filter(other => other !== each))}>{nls.localize('earshot/knowledge/search-care/place', '{0}. {1}', index + 1, each.title ?? nls.localize('earshot/knowledge/search-care/unseen', 'Something that you may not see'))}</Chip>)}</div>}
        {answers.length < mostAnswers && <Field label={nls.localize('earshot/knowledge/search-care/answers', 'These come first, in this order')} error={problem('links')}>
            <Combobox<ArticleRow> key={answers.length} value={null} onChange={add} autoFocus={asked.length > 0} search={async (typed, signal) => client.articles.suggest({ text: typed, limit: 20 }, { signal }) as Promise<ArticleRow[]>}
                keyOf={each => each.id} labelOf={each => each.title} detailOf={each => `${languageText(each.language)} · ${articleStateText(each.state)}`} placeholder={nls.localize('earshot/knowledge/link/placeholder', 'Part of the title')} />
        </Field>}
    </Dialog>;
}
