export { Models } from './components/models';
