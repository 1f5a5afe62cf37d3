export { Platform } from './components/platform';
