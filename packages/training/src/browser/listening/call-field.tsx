import { nls } from '@theia/core/lib/common/nls';
import * as React from '@theia/core/shared/react';
import { Field } from '@earshot/core/lib/browser/widgets';
import { CallPicker } from '../script/call-picker';
import { linkTitleText, useLinkTitles } from '../script/step-links';

interface CallFieldProps { readonly link: string | undefined; onChange(link: string | undefined): void; readonly readOnly: boolean; readonly required?: boolean; readonly error?: string }

/** Which call has to be listened to; found by its number. */
export function CallField({ link, onChange, readOnly, required, error }: CallFieldProps): React.ReactElement | null {
    const titles = useLinkTitles(link ? [link] : []);
    if (readOnly && !link) {
        return null;
    }
    const title = link && linkTitleText(titles, link);
    return <Field group required={required} error={error} label={nls.localize('earshot/training/question/recording', 'Recording to listen to first')}
        help={readOnly ? undefined : nls.localize('earshot/training/question/recording-help', 'Whoever is asked may hear it as long as their exam runs, without what is masked.')}>
        {readOnly ? <span>{title}</span> : <CallPicker label={nls.localize('earshot/training/listening/choose-call', 'Choose a call…')} chosen={link ? { link, title: title! } : null} onChoose={call => onChange(call?.link)} />}
    </Field>;
}
