import { inject, injectable } from '@theia/core/shared/inversify';
import type { OpenHandler } from '@theia/core/lib/browser/opener-service';
import type { URI } from '@theia/core/lib/common/uri';
import { NavigationService } from './navigation-service';

/** Opens `earshot:` links through Theia's opener service, as other schemes are opened. */
@injectable()
export class EntityOpenHandler implements OpenHandler {
    readonly id = 'earshot.entity';
    @inject(NavigationService)
    protected readonly navigation: NavigationService;

    canHandle(uri: URI): number {
        return uri.scheme === 'earshot' ? 500 : 0;
    }

    async open(uri: URI): Promise<undefined> {
        await this.navigation.navigate(uri.toString());
        return undefined;
    }
}
