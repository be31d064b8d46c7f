import * as React from '@theia/core/shared/react';
import { createPortal } from '@theia/core/shared/react-dom';
import { nls } from '@theia/core/lib/common/nls';
import { useService } from '../application/context';
import { useStore } from '../application/store';
import { Announcer, ToastService, type Toast } from '../application/toast-service';
import { IconButton } from './button';
import { Icon } from './icon';

/** How long a toast stays: long enough to read and to reach its button; the pointer or the focus on it stops the clock. */
const lifetime = ({ text, actions }: Toast): number => 4_000 + text.length * 60 + (actions.length ? 4_000 : 0);
const icons = { neutral: 'info', good: 'pass', caution: 'warning', critical: 'error' } as const;

function ToastView({ toast, onDismiss }: { readonly toast: Toast; onDismiss(): void }): React.ReactElement {
    const [held, setHeld] = React.useState(false);
    const dismiss = React.useRef(onDismiss);
    dismiss.current = onDismiss;
    React.useEffect(() => {
        if (toast.sticky || held) {
            return undefined;
        }
        const timer = window.setTimeout(() => dismiss.current(), lifetime(toast));
        return () => window.clearTimeout(timer);
    }, [toast, held]);
    return <div className={`e-toast e-tone-${toast.tone}`} onPointerEnter={() => setHeld(true)} onPointerLeave={() => setHeld(false)} onFocus={() => setHeld(true)} onBlur={() => setHeld(false)}>
        <Icon name={icons[toast.tone]} />
        <span className='e-toast-text'>{toast.text}</span>
        {toast.actions.map(action => <button key={action.label} type='button' className='e-toast-action' onClick={() => { onDismiss(); void action.run(); }}>{action.label}</button>)}
        <IconButton icon='close' label={nls.localize('earshot/core/actions/dismiss', 'Dismiss')} onClick={onDismiss} />
    </div>;
}

/** What has just happened, in the corner, and spoken. */
export function Toasts(): React.ReactElement {
    const service = useService(ToastService);
    const toasts = useStore(service.toasts);
    const { text, count } = useStore(useService(Announcer).message);
    return createPortal(<>
        <section className='e-toasts' aria-label={nls.localize('earshot/core/toasts/region', 'Messages')} aria-live='polite' aria-relevant='additions'>
            {toasts.map(toast => <ToastView key={toast.id} toast={toast} onDismiss={() => service.dismiss(toast.id)} />)}
        </section>
        <div className='e-hidden' role='status' key={count}>{text}</div>
    </>, document.body);
}
