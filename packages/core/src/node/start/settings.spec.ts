import { describe, expect, it } from 'vitest';
import { Settings } from './settings';

const settings = (given: Partial<Settings>) => Object.assign(new Settings(), given);

describe('settings', () => {
    it('are refused where proxies cannot be read', () => {
        expect(() => settings({ trustedProxies: ['127.0.0.1', 'fd00::/8'] }).check()).not.toThrow();
        expect(() => settings({ trustedProxies: ['proxy.example'] }).check()).toThrow('EARSHOT_TRUSTED_PROXIES');
    });
});
