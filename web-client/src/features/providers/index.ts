export { Providers } from './components/providers';
