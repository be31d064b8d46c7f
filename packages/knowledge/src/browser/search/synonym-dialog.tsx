import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useQuery } from '@tanstack/react-query';
import { useChange, useClient, useSettled } from '@earshot/core/lib/browser/application';
import { Button, Checkbox, Dialog, Field, FormErrors, formatNumber, TextArea, useProblems } from '@earshot/core/lib/browser/widgets';
import { coreContract } from '@earshot/core/lib/common/core-contract';
import type { Synonym } from '@earshot/core/lib/common/search/search-contract';
import { gainsOf, wordsOf } from './what-changes';

/** As many results of a word as are compared. */
const deepest = 100;
const pauseMs = 400;

/** Words that mean the same, with what would be found besides by each. @param words to begin with */
export function SynonymDialog({ synonym, words = [], onClose }: { readonly synonym?: Synonym; readonly words?: readonly string[]; onClose(): void }): React.ReactElement {
    const client = useClient(coreContract);
    const [text, setText] = React.useState((synonym?.words ?? words).join('\n'));
    const [oneWay, setOneWay] = React.useState(synonym?.oneWay ?? false);
    const all = wordsOf(text);
    const save = useChange({
        run: () => synonym ? client.search.changeSynonym({ id: synonym.id, version: synonym.version, words: [...all], oneWay }) : client.search.addSynonym({ words: [...all], oneWay }), invalidates: [['synonym'], ['search-gap']], failures: 'form', then: onClose,
        done: () => nls.localize('earshot/knowledge/search-care/synonym-saved', 'From now on these words find the same.')
    });
    const problem = useProblems(save.error);
    const ready = all.length >= 2;
    return <Dialog title={synonym ? nls.localize('earshot/knowledge/search-care/synonym-change', 'Change synonyms') : nls.localize('earshot/knowledge/search-care/synonym-add', 'Add synonyms')} onClose={onClose} onSubmit={() => { if (ready) { save.mutate(undefined); } }} footer={<>
        <Button onClick={onClose}>{nls.localize('earshot/knowledge/new/cancel', 'Cancel')}</Button><Button variant='primary' disabled={!ready} busy={save.isPending} onClick={() => save.mutate(undefined)}>{nls.localize('earshot/knowledge/categories/save', 'Save')}</Button></>}>
        <FormErrors error={save.error} fields={['words']} />
        <Field label={nls.localize('earshot/knowledge/search-care/words', 'Words that mean the same')} help={nls.localize('earshot/knowledge/search-care/words-help', 'One a line, or with commas between them.')} error={problem('words')} required>
            <TextArea value={text} onChange={setText} rows={4} autoFocus />
        </Field>
        <Checkbox label={nls.localize('earshot/knowledge/search-care/one-way', 'Only the first finds the others, not the other way round')} checked={oneWay} onChange={setOneWay} />
        <Preview words={all} oneWay={oneWay} />
    </Dialog>;
}

/** What each word finds now, and what it would find besides. */
function Preview({ words, oneWay }: { readonly words: readonly string[]; readonly oneWay: boolean }): React.ReactElement | null {
    const client = useClient(coreContract);
    const settled = useSettled(words.slice(0, 10).join('\n'), pauseMs);
    const { data } = useQuery({
        queryKey: ['article', 'synonym-preview', settled], enabled: settled.includes('\n'), queryFn: ({ signal }) => Promise.all(settled.split('\n').map(async word => ({ word, links: (await client.search.find({ text: word, limit: deepest }, { signal })).rows.map(each => [each.link, ...each.translations.map(one => one.link)].sort()[0]!) })))
    });
    if (!data) {
        return null;
    }
    return <table className='e-plain-table k-care-preview'>
        <caption>{nls.localize('earshot/knowledge/search-care/preview', 'What would change, among the first {0} results', formatNumber(deepest))}</caption>
        <thead><tr><th scope='col'>{nls.localize('earshot/knowledge/search-care/word', 'Word')}</th><th scope='col' className='e-numeric'>{nls.localize('earshot/knowledge/search-care/finds', 'Finds now')}</th><th scope='col' className='e-numeric'>{nls.localize('earshot/knowledge/search-care/besides', 'Besides')}</th></tr></thead>
        <tbody>{gainsOf(data, oneWay).map(each => <tr key={each.word}><td>{each.word}</td><td className='e-figures e-numeric'>{formatNumber(each.now)}</td><td className='e-figures e-numeric'>{each.besides > 0 ? nls.localize('earshot/knowledge/search-care/plus', '+{0}', formatNumber(each.besides)) : formatNumber(0)}</td></tr>)}</tbody>
    </table>;
}
