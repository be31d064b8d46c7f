import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { ApiService, useChange, useService } from '@earshot/core/lib/browser/application';
import { Button, Checkbox, Dialog, Field, FormErrors, Notice, RadioGroup, saveBlob } from '@earshot/core/lib/browser/widgets';
import { type ExportFormat, exportFormats } from '../../common/export/export-contract';
import type { ArticleListFilter } from '../article/article-filter';
import { ownLanguage } from '../words/article-words';

interface FormatWords { readonly label: string; readonly detail: string; readonly icon: string }

function formatWords(format: ExportFormat): FormatWords {
    switch (format) {
        case 'markdown': return { icon: 'markdown', label: nls.localize('earshot/knowledge/export/markdown', 'Markdown files'), detail: nls.localize('earshot/knowledge/export/markdown-detail', 'A zip that can be imported again without loss.') };
        case 'table': return { icon: 'table', label: nls.localize('earshot/knowledge/export/table', 'Table (CSV)'), detail: nls.localize('earshot/knowledge/export/table-detail', 'One article a row, for Excel and the like.') };
        case 'spreadsheet': return { icon: 'table', label: nls.localize('earshot/knowledge/export/spreadsheet', 'Excel workbook'), detail: nls.localize('earshot/knowledge/export/spreadsheet-detail', 'One article a row. A cell holds 32,767 characters; longer texts are cut.') };
        case 'word': return { icon: 'file', label: nls.localize('earshot/knowledge/export/word', 'Word document'), detail: nls.localize('earshot/knowledge/export/word-detail', 'A heading for each article.') };
        case 'page': return { icon: 'browser', label: nls.localize('earshot/knowledge/export/page', 'One web page'), detail: nls.localize('earshot/knowledge/export/page-detail', 'To be read anywhere, and printed.') };
        case 'site': return { icon: 'globe', label: nls.localize('earshot/knowledge/export/site', 'Pages with search, without a server'), detail: nls.localize('earshot/knowledge/export/site-detail', 'A zip for branches: unpack it and open index.html.') };
    }
}

/** The name that the server gives the file. */
const nameOf = (response: Response): string => decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'articles');

/** Published articles as files: those of the list's category, kind, language and tag. @param article where given, only this one */
export function ExportDialog({ filter, article, onClose }: { readonly filter: ArticleListFilter; readonly article?: { readonly id: string; readonly confidential: boolean }; onClose(): void }): React.ReactElement {
    const api = useService(ApiService);
    const [format, setFormat] = React.useState<ExportFormat>(article ? 'word' : 'markdown');
    const [confidential, setConfidential] = React.useState(article?.confidential ?? false);
    const narrowed = filter.category ?? filter.kind ?? filter.language ?? filter.tag;
    const save = useChange({
        run: async () => {
            const chosen = Object.entries({ id: article?.id, categoryId: filter.category, kind: filter.kind, language: filter.language, tag: filter.tag }).flatMap(([name, value]) => value ? [[name, value]] : []);
            const response = await api.stream(`/knowledge/exports/${format}?${new URLSearchParams([...chosen, ['words', ownLanguage()], ...confidential ? [['confidential', 'true']] : []])}`);
            saveBlob(nameOf(response), await response.blob());
        },
        failures: 'form', then: onClose
    });
    return <Dialog title={article ? nls.localize('earshot/knowledge/export/one', 'Export this article') : nls.localize('earshot/knowledge/export/title', 'Export articles')} onClose={onClose} onSubmit={() => save.mutate(undefined)} footer={<>
        <Button onClick={onClose}>{nls.localize('earshot/knowledge/new/cancel', 'Cancel')}</Button>
        <Button variant='primary' icon='desktop-download' busy={save.isPending} onClick={() => save.mutate(undefined)}>{nls.localize('earshot/knowledge/export/save', 'Export')}</Button>
    </>}>
        <FormErrors error={save.error} />
        <p>{article ? nls.localize('earshot/knowledge/export/about-one', 'What is published of it, with its pictures.') : narrowed ? nls.localize('earshot/knowledge/export/about-filtered', 'Published articles that you may see, of the category, kind, language and tag that the list is filtered by.') : nls.localize('earshot/knowledge/export/about', 'All published articles that you may see. Filter the list by category, kind, language or tag first to export fewer.')}</p>
        <Field label={nls.localize('earshot/knowledge/export/as', 'As')} group><RadioGroup value={format} onChange={value => setFormat(value)} options={exportFormats.filter(each => !article || each !== 'site').map(value => ({ value, ...formatWords(value) }))} /></Field>
        {!article && <Checkbox label={nls.localize('earshot/knowledge/export/confidential', 'Confidential ones as well: whoever gets the file can read them')} checked={confidential} onChange={setConfidential} />}
        {article?.confidential && <Notice tone='caution'>{nls.localize('earshot/knowledge/export/confidential-one', 'This article is confidential: whoever gets the file can read it.')}</Notice>}
    </Dialog>;
}
