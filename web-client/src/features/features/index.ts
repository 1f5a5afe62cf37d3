export { Features } from './components/features';
