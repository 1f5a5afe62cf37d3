export { Alerts } from './components/alerts';
