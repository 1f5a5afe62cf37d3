export { Members } from './components/members';
