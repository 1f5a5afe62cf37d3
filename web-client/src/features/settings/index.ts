export { Settings } from './components/settings';
export { switchOrganization } from './api/switch-organization';
export { updatePreferences } from './api/update-preferences';
