import type { interfaces } from '@theia/core/shared/inversify';
import { Disposable } from '@theia/core/lib/common/disposable';
import { Event } from '@theia/core/lib/common/event';
import { QuickAccessRegistry, type QuickAccessProviderDescriptor } from '@theia/core/lib/browser/quick-input/quick-access';
import { QuickInputService } from '@theia/core/lib/common/quick-pick-service';

export function bindQuickInput(bind: interfaces.Bind): void {
    bind(QuickAccessRegistry).toConstantValue({
        registerQuickAccessProvider: () => Disposable.NULL, getQuickAccessProviders: (): QuickAccessProviderDescriptor[] => [],
        getQuickAccessProvider: () => undefined, clear: () => { }
    });
    bind(QuickInputService).toConstantValue({ onShow: Event.None, onHide: Event.None, open: () => { }, hide: () => { } } as unknown as QuickInputService);
}
