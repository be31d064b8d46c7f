import { injectable } from '@theia/core/shared/inversify';
import { CancellationTokenSource } from '@theia/core/lib/common/cancellation';
import { Disposable } from '@theia/core/lib/common/disposable';
import { QuickInputHideReason } from '@theia/core/lib/common/quick-pick-service';
import type { QuickAccessProviderDescriptor, QuickAccessRegistry } from '@theia/core/lib/browser/quick-input/quick-access';
import type { PickSession } from './quick-sessions';

/** What can be reached through the box over the page, by the first characters typed into it. */
@injectable()
export class PrefixRegistry implements QuickAccessRegistry {
    protected readonly providers: QuickAccessProviderDescriptor[] = [];

    registerQuickAccessProvider(provider: QuickAccessProviderDescriptor): Disposable {
        this.providers.push(provider);
        return Disposable.create(() => this.providers.splice(this.providers.indexOf(provider), 1));
    }

    getQuickAccessProviders(): QuickAccessProviderDescriptor[] {
        return [...this.providers];
    }

    /** The provider with the longest prefix that the text begins with. */
    getQuickAccessProvider(text: string): QuickAccessProviderDescriptor | undefined {
        return this.providers.filter(each => text.startsWith(each.prefix)).sort((one, other) => other.prefix.length - one.prefix.length)[0];
    }

    clear(): void {
        this.providers.length = 0;
    }
}

/** Milliseconds of silence after which something that has to ask the server does so. */
const PAUSE = 120;

/** One opening of the box: asks the provider of the prefix for each text, and shows only the answer to the latest. */
export class QuickAccess {
    protected token = new CancellationTokenSource();
    protected timer: ReturnType<typeof setTimeout> | undefined;

    constructor(protected readonly session: PickSession, protected readonly registry: QuickAccessRegistry) { }

    start(text: string): void {
        const { session } = this;
        session.filtersItself = true;
        session.value = text;
        session.onDidChangeValue(() => {
            clearTimeout(this.timer);
            session.searching();
            this.timer = setTimeout(() => void this.search(), PAUSE);
        });
        session.onDidAccept(() => session.hide(QuickInputHideReason.Gesture));
        session.onDidHide(() => {
            clearTimeout(this.timer);
            this.token.cancel();
        });
        session.show();
        void this.search();
    }

    protected async search(): Promise<void> {
        const { session } = this;
        this.token.cancel();
        const { token } = this.token = new CancellationTokenSource();
        const provider = this.registry.getQuickAccessProvider(session.value);
        session.placeholder = provider?.placeholder;
        session.busy = true;
        try {
            const items = await provider?.getInstance().getPicks(session.value.slice(provider.prefix.length).trim(), token) ?? [];
            if (!token.isCancellationRequested) {
                session.found(items);
            }
        } finally {
            if (!token.isCancellationRequested) {
                session.busy = false;
            }
        }
    }
}
