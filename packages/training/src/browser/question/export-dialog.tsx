import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { useChange, useClient } from '@earshot/core/lib/browser/application';
import { Button, Dialog, download, Field, formatList, formatNumber, FormErrors, Notice, RadioGroup, saveBlob } from '@earshot/core/lib/browser/widgets';
import { type QuestionFormatName, questionFormats } from '../../common/question-format/question-format';
import { listInput, type QuestionListFilter } from './question-filter';
import { formatText, lossText } from './question-words';
import { questionContract } from './use-questions';

/** The questions of the list as a file. What the format does not carry is said before anybody misses it. */
export function ExportDialog({ filter, onClose }: { readonly filter: QuestionListFilter; onClose(): void }): React.ReactElement {
    const client = useClient(questionContract);
    const [format, setFormat] = React.useState<QuestionFormatName>('gift');
    const write = useChange({ run: () => client.questions.export({ format, filter: listInput(filter) }), failures: 'form', then: ({ text, encoding, mediaType, fileName }) => encoding === 'base64' ? saveBlob(fileName, new Blob([Uint8Array.from(atob(text), each => each.charCodeAt(0))], { type: mediaType })) : download(fileName, text, `${mediaType};charset=utf-8`) });
    const left = write.data?.left ?? [];
    return <Dialog title={nls.localize('earshot/training/question/export-title', 'Export questions')} onClose={onClose} onSubmit={() => write.mutate(undefined)} footer={<>
        <Button onClick={onClose}>{nls.localize('earshot/training/question/close', 'Close')}</Button><Button variant='primary' icon='desktop-download' busy={write.isPending} onClick={() => write.mutate(undefined)}>{nls.localize('earshot/training/question/export-do', 'Save the file')}</Button></>}>
        <p className='t-quiet'>{nls.localize('earshot/training/question/export-help', 'All questions that the list shows go into the file: as they are approved, or as the draft has them.')}</p>
        <Field group label={nls.localize('earshot/training/question/format', 'Format')}><RadioGroup<QuestionFormatName> value={format} onChange={setFormat} options={questionFormats.map(value => ({ value, label: formatText(value) }))} /></Field>
        <FormErrors error={write.error} />
        {write.data && <Notice tone={left.length ? 'caution' : 'good'}>{nls.localize('earshot/training/question/export-done', '{0} questions written.', formatNumber(write.data.written))}</Notice>}
        {left.length > 0 && <div className='tq-left'><p>{nls.localize('earshot/training/question/export-left', 'The format does not carry everything:')}</p>
            <ul>{left.slice(0, 200).map(each => <li key={each.id}><strong>{each.name}</strong> – {formatList([...new Set(each.codes.map(lossText))])}</li>)}</ul></div>}
    </Dialog>;
}
