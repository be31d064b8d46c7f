import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient, useDraft } from '@earshot/core/lib/browser/application';
import { Button, Dialog, Field, FormErrors, Select, TextArea } from '@earshot/core/lib/browser/widgets';
import type { ArticleContent } from '../../common/article/article-content';
import { articleKind } from '../../common/article/article-kind';
import { type FeedbackReason, feedbackReasons } from '../../common/feedback/feedback-contract';
import { knowledgeContract } from '../../common/knowledge-contract';
import { partText, reasonText } from '../words/article-words';

interface Hint { readonly reason: FeedbackReason; readonly text: string; readonly part: string; readonly suggestion: string | null }

/** A reader points out what is wrong and, if they like, writes what should stand there: the editor sees the difference. */
export function FlagDialog({ articleId, content, onClose }: { readonly articleId: string; readonly content: ArticleContent; onClose(): void }): React.ReactElement {
    const client = useClient(knowledgeContract);
    const [hint, setHint, forget] = useDraft<Hint>(`knowledge.flag.${articleId}`, { reason: 'wrong', text: '', part: '', suggestion: null });
    const send = useChange({
        run: ({ reason, text, part, suggestion }: Hint) => client.feedback.flag({ id: articleId, reason, text, part: part || null, suggestion: part ? suggestion : null }), failures: 'form', invalidates: [['article']],
        done: () => nls.localize('earshot/knowledge/flag/sent', 'Sent to whoever answers for this article.'),
        then: () => { forget(); onClose(); }
    });
    const set = (change: Partial<Hint>): void => setHint({ ...hint, ...change });
    const ready = hint.text.trim() !== '';
    const submit = (): void => { if (ready) { send.mutate(hint); } };
    const parts = articleKind(content.kind).parts.filter(each => (content.parts[each.id] ?? '') !== '');
    return <Dialog title={nls.localize('earshot/knowledge/flag/title', 'Point out a mistake')} size='medium' onClose={onClose} onSubmit={submit} footer={<>
        <Button onClick={onClose}>{nls.localize('earshot/knowledge/new/cancel', 'Cancel')}</Button>
        <Button variant='primary' disabled={!ready} busy={send.isPending} onClick={submit}>{nls.localize('earshot/knowledge/flag/send', 'Send')}</Button>
    </>}>
        <FormErrors error={send.error} />
        <Field label={nls.localize('earshot/knowledge/flag/reason', 'What is it?')}><Select value={hint.reason} onChange={reason => set({ reason })} options={feedbackReasons.map(value => ({ value, label: reasonText(value) }))} /></Field>
        <Field label={nls.localize('earshot/knowledge/flag/text', 'What is wrong, and how do you know?')} required help={nls.localize('earshot/knowledge/flag/no-customers', 'Please write nothing about a customer.')}>
            <TextArea value={hint.text} onChange={text => set({ text })} rows={3} maxLength={2000} autoFocus />
        </Field>
        <Field label={nls.localize('earshot/knowledge/flag/part', 'Suggest another wording of')}>
            <Select value={hint.part} onChange={part => set({ part, suggestion: part ? content.parts[part] ?? '' : null })} options={[{ value: '', label: nls.localize('earshot/knowledge/flag/no-part', 'Nothing, I only point it out') }, ...parts.map(({ id }) => ({ value: id, label: partText(id) }))]} />
        </Field>
        {hint.part && <Field label={partText(hint.part)}><TextArea value={hint.suggestion ?? ''} onChange={suggestion => set({ suggestion })} rows={6} /></Field>}
    </Dialog>;
}
