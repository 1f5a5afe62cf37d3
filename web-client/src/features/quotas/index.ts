export { Quotas } from './components/quotas';
