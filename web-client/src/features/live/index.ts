export { Live } from './components/live';
