/** For packages above that look for something in a text on the screen: both scripts of Chinese as one, character by character. */
export { foldedScript } from '@earshot/search/lib/analysis/script-folding';
