'use strict';

/* Loaded before anything is painted: the theme that the person chose last time, so that no other one flashes up first. */
{
    const theme = localStorage.getItem('earshot.theme');
    if (['light', 'dark', 'hc-light', 'hc-dark'].includes(theme)) {
        document.documentElement.dataset.theme = theme;
    }
}
