import { inject, injectable } from '@theia/core/shared/inversify';
import { type Message, MessageClient, MessageType } from '@theia/core/lib/common/message-service-protocol';
import { ToastService, type ToastTone } from './toast-service';

const tones: Readonly<Record<MessageType, ToastTone>> = {
    [MessageType.Error]: 'critical', [MessageType.Warning]: 'caution', [MessageType.Info]: 'neutral', [MessageType.Log]: 'neutral', [MessageType.Progress]: 'neutral'
};

/** Messages of Theia's own parts appear as toasts, with their actions. */
@injectable()
export class ToastMessages extends MessageClient {
    @inject(ToastService)
    protected readonly toasts: ToastService;

    override showMessage({ type = MessageType.Info, text, actions = [] }: Message): Promise<string | undefined> {
        return new Promise(resolve => {
            this.toasts.show(text, { tone: tones[type], sticky: actions.length > 0, actions: actions.map(label => ({ label, run: () => resolve(label) })) });
            if (actions.length === 0) {
                resolve(undefined);
            }
        });
    }
}
